package io.slimgan.data.pixels;

import io.slimgan.base.RgbImages;

/**
 * Antialiased resizing that rounds to float32 only, equal to Pillow's {@code Image.resize(size, BICUBIC)} of one channel
 * in mode F: weights and sums in double, first along rows, then along columns. Pure functions, for any thread.
 */
public final class FloatResampler {

    private FloatResampler() {}

    /**
     * Some of the images at another size; values may overshoot 0..255.
     *
     * @param height of the result in pixels, at least 1
     * @param width of the result in pixels, at least 1
     * @return (count, height, width, 3), row-major
     */
    public static float[] bicubic(RgbImages images, int first, int count, int height, int width) {
        FilterTaps across = FilterTaps.cubic(images.width(), width);
        FilterTaps down = FilterTaps.cubic(images.height(), height);
        int line = width * 3;
        float[] wide = new float[images.height() * line];
        double[] sums = new double[line];
        float[] result = new float[Math.multiplyExact(count, Math.multiplyExact(height, line))];
        for (int n = 0; n < count; n++) {
            for (int y = 0; y < images.height(); y++) {
                widen(images, images.offset(first + n, y, 0), across, wide, y * line);
            }
            for (int y = 0; y < height; y++) {
                column(wide, down.first()[y] * line, down.weights()[y], sums);
                int at = (n * height + y) * line;
                for (int i = 0; i < line; i++) {
                    result[at + i] = (float) sums[i];
                }
            }
        }
        return result;
    }

    private static void widen(RgbImages images, int row, FilterTaps taps, float[] to, int start) {
        byte[] pixels = images.pixels();
        for (int x = 0; x < taps.size(); x++) {
            int place = row + taps.first()[x] * 3;
            double red = 0;
            double green = 0;
            double blue = 0;
            for (double weight : taps.weights()[x]) {
                red += (pixels[place] & 255) * weight;
                green += (pixels[place + 1] & 255) * weight;
                blue += (pixels[place + 2] & 255) * weight;
                place += 3;
            }
            to[start + x * 3] = (float) red;
            to[start + x * 3 + 1] = (float) green;
            to[start + x * 3 + 2] = (float) blue;
        }
    }

    /** A line as the weighted sum of lines; row by row, which the compiler turns into vector instructions. */
    private static void column(float[] from, int top, double[] weights, double[] sums) {
        for (int j = 0; j < weights.length; j++) {
            int at = top + j * sums.length;
            double weight = weights[j];
            for (int i = 0; i < sums.length; i++) {
                sums[i] = (j == 0 ? 0 : sums[i]) + from[at + i] * weight;
            }
        }
    }
}
