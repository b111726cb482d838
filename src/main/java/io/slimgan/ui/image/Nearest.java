package io.slimgan.ui.image;

import io.slimgan.base.RgbImages;

/** Enlarges by whole factors on the CPU: the software pipeline smooths whatever it is told. For any thread. */
final class Nearest {

    private Nearest() {}

    /**
     * Paints one image, each pixel as a square of {@code scale} x {@code scale}.
     *
     * @param target 0xAARRGGBB values in rows of {@code stride}
     * @param x the left edge in the target, in pixels
     * @param y the upper edge in the target, in pixels
     */
    static void paint(RgbImages images, int index, int scale, int[] target, int stride, int x, int y) {
        int wide = images.width() * scale;
        byte[] pixels = images.pixels();
        int from = images.offset(index, 0, 0);
        for (int row = 0; row < images.height(); row++) {
            int first = (y + row * scale) * stride + x;
            int to = first;
            for (int column = 0; column < images.width(); column++, from += 3) {
                int argb = 0xFF000000
                        | (pixels[from] & 255) << 16
                        | (pixels[from + 1] & 255) << 8
                        | pixels[from + 2] & 255;
                for (int k = 0; k < scale; k++) {
                    target[to++] = argb;
                }
            }
            for (int k = 1; k < scale; k++) {
                System.arraycopy(target, first, target, first + k * stride, wide);
            }
        }
    }

    /** Fills a square of {@code size} x {@code size} with one value. */
    static void fill(int argb, int size, int[] target, int stride, int x, int y) {
        for (int row = 0; row < size; row++) {
            int first = (y + row) * stride + x;
            java.util.Arrays.fill(target, first, first + size, argb);
        }
    }
}
