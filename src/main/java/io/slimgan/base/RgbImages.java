package io.slimgan.base;

import java.util.Arrays;

/**
 * Images of one size as unsigned bytes, in (N, H, W, 3) order: what is drawn, exported and read from files.
 *
 * <p>The array is not copied; who makes one gives it away.
 *
 * @param count the number of images, N
 * @param height in pixels, H
 * @param width in pixels, W
 * @param pixels N * H * W * 3 bytes, red, green, blue in 0..255
 */
public record RgbImages(int count, int height, int width, byte[] pixels) {

    public RgbImages {
        if ((long) count * height * width * 3 != pixels.length) {
            throw new IllegalArgumentException(count + " images of " + width + " x " + height + " pixels need "
                    + (long) count * height * width * 3 + " bytes, not " + pixels.length + ".");
        }
    }

    /** The place of a pixel's red byte in {@link #pixels}; green and blue follow. */
    public int offset(int image, int y, int x) {
        return ((image * height + y) * width + x) * 3;
    }

    /** Pixel (y, x) of an image as 0xFFRRGGBB. */
    public int argb(int image, int y, int x) {
        int at = offset(image, y, x);
        return 0xFF000000 | (pixels[at] & 255) << 16 | (pixels[at + 1] & 255) << 8 | pixels[at + 2] & 255;
    }

    /** One image of these, copied. */
    public RgbImages image(int index) {
        int size = height * width * 3;
        return new RgbImages(1, height, width, Arrays.copyOfRange(pixels, index * size, (index + 1) * size));
    }

    /**
     * Images from network output.
     *
     * @param nchw N * 3 * H * W values in [-1, 1], (N, 3, H, W) order; floor((x + 1) / 2 * 255 + 0.5), clamped
     */
    public static RgbImages fromNchw(float[] nchw, int count, int height, int width) {
        byte[] pixels = new byte[count * height * width * 3];
        int plane = height * width;
        for (int n = 0; n < count; n++) {
            for (int c = 0; c < 3; c++) {
                int from = (n * 3 + c) * plane;
                int to = n * plane * 3 + c;
                for (int p = 0; p < plane; p++) {
                    int level = (int) Math.floor((nchw[from + p] + 1) / 2 * 255 + 0.5);
                    pixels[to + p * 3] = (byte) Math.max(0, Math.min(255, level));
                }
            }
        }
        return new RgbImages(count, height, width, pixels);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RgbImages that
                && count == that.count
                && height == that.height
                && width == that.width
                && Arrays.equals(pixels, that.pixels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pixels) * 31 + count;
    }

    @Override
    public String toString() {
        return count + " images of " + width + "x" + height;
    }
}
