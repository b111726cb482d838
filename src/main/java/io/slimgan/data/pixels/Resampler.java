package io.slimgan.data.pixels;

import io.slimgan.base.RgbImages;

/**
 * Antialiased resizing, equal to Pillow's {@code Image.resize(size, BILINEAR)} byte for byte (method G): a triangle
 * filter as wide as the scale, weights of 22 fractional bits, first along rows, then along columns, rounded to bytes
 * after each pass. Pure functions, for any thread.
 */
public final class Resampler {

    private static final int FRACTION_BITS = 32 - 8 - 2;

    private Resampler() {}

    /**
     * The largest centred square of one image, scaled to {@code size}: how training images come out of photographs. Of
     * an odd margin the smaller half lies left or above.
     *
     * @param image one image of any size
     * @param size height and width of the result in pixels
     */
    public static RgbImages squareOf(RgbImages image, int size) {
        return resize(centreSquare(image), size, size);
    }

    /**
     * {@link #squareOf} with an odd margin halved to the even side, as Python's {@code round} and with it torchvision's
     * {@code center_crop} does: BigGAN's way with ImageNet.
     */
    public static RgbImages evenSquareOf(RgbImages image, int size) {
        int side = Math.min(image.height(), image.width());
        int left = (int) Math.rint((image.width() - side) / 2.0);
        int top = (int) Math.rint((image.height() - side) / 2.0);
        return resize(square(image, top, left, side), size, size);
    }

    /** The largest centred square of one image. */
    static RgbImages centreSquare(RgbImages image) {
        int side = Math.min(image.height(), image.width());
        return square(image, (image.height() - side) / 2, (image.width() - side) / 2, side);
    }

    private static RgbImages square(RgbImages image, int top, int left, int side) {
        if (side == image.height() && side == image.width()) {
            return image;
        }
        byte[] square = new byte[side * side * 3];
        for (int y = 0; y < side; y++) {
            System.arraycopy(image.pixels(), image.offset(0, top + y, left), square, y * side * 3, side * 3);
        }
        return new RgbImages(1, side, side, square);
    }

    /**
     * One image at another size.
     *
     * @param image one image
     * @param height of the result in pixels, at least 1
     * @param width of the result in pixels, at least 1
     */
    public static RgbImages resize(RgbImages image, int height, int width) {
        if (image.count() != 1) {
            throw new IllegalArgumentException("One image at a time is resized, not " + image.count() + ".");
        }
        byte[] pixels = image.pixels();
        if (width != image.width()) {
            pixels = alongRows(pixels, image.height(), image.width(), Taps.of(image.width(), width));
        }
        if (height != image.height()) {
            pixels = alongColumns(pixels, image.height(), width, Taps.of(image.height(), height));
        }
        return new RgbImages(1, height, width, pixels);
    }

    private static byte[] alongRows(byte[] from, int height, int width, Taps taps) {
        int size = taps.size();
        byte[] to = new byte[height * size * 3];
        for (int y = 0; y < height; y++) {
            int row = y * width * 3;
            for (int x = 0; x < size; x++) {
                weigh(from, row + taps.first[x] * 3, 3, taps.weights[x], to, (y * size + x) * 3);
            }
        }
        return to;
    }

    private static byte[] alongColumns(byte[] from, int height, int width, Taps taps) {
        int size = taps.size();
        byte[] to = new byte[size * width * 3];
        for (int y = 0; y < size; y++) {
            int top = taps.first[y] * width * 3;
            for (int x = 0; x < width; x++) {
                weigh(from, top + x * 3, width * 3, taps.weights[y], to, (y * width + x) * 3);
            }
        }
        return to;
    }

    private static void weigh(byte[] from, int start, int stride, int[] weights, byte[] to, int at) {
        int red = 1 << FRACTION_BITS - 1;
        int green = red;
        int blue = red;
        int place = start;
        for (int weight : weights) {
            red += (from[place] & 255) * weight;
            green += (from[place + 1] & 255) * weight;
            blue += (from[place + 2] & 255) * weight;
            place += stride;
        }
        to[at] = level(red);
        to[at + 1] = level(green);
        to[at + 2] = level(blue);
    }

    private static byte level(int sum) {
        return (byte) Math.max(0, Math.min(255, sum >> FRACTION_BITS));
    }

    /**
     * Which source pixels make each pixel of a line, and how much each counts.
     *
     * @param first the first source pixel of each
     * @param weights the weights of it and those that follow, in units of 2^-22
     */
    private record Taps(int[] first, int[][] weights) {

        int size() {
            return first.length;
        }

        static Taps of(int from, int to) {
            FilterTaps exact = FilterTaps.triangle(from, to);
            int[][] rounded = new int[to][];
            for (int i = 0; i < to; i++) {
                double[] shares = exact.weights()[i];
                rounded[i] = new int[shares.length];
                for (int j = 0; j < shares.length; j++) {
                    rounded[i][j] = (int) (0.5 + shares[j] * (1 << FRACTION_BITS));
                }
            }
            return new Taps(exact.first(), rounded);
        }
    }
}
