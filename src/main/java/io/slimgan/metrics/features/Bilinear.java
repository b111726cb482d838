package io.slimgan.metrics.features;

import io.slimgan.base.RgbImages;

/** Bilinear interpolation in float32 without antialiasing: first along rows, then along columns. */
final class Bilinear {

    private Bilinear() {}

    /** Where each pixel of a resized line lies in the source, as a source pixel, the next one, and a share of the latter. */
    record Places(int[] low, int[] high, float[] share) {}

    /** How a line of {@code from} pixels becomes one of {@code to}. */
    @FunctionalInterface
    interface Alignment {
        Places places(int from, int to);
    }

    /** TensorFlow 1: source = target * (from / to), no half-pixel centres. */
    static Places cornerAligned(int from, int to) {
        float scale = (float) ((double) from / to);
        return places(from, to, scale, 0);
    }

    /** PyTorch with align_corners=false: source = (target + 1/2) * (from / to) - 1/2, not below 0. */
    static Places centreAligned(int from, int to) {
        return places(from, to, (float) from / to, 0.5f);
    }

    private static Places places(int from, int to, float scale, float centre) {
        int[] low = new int[to];
        int[] high = new int[to];
        float[] share = new float[to];
        for (int i = 0; i < to; i++) {
            float source = Math.max(0, (i + centre) * scale - centre);
            low[i] = Math.min((int) source, from - 1);
            high[i] = Math.min(low[i] + 1, from - 1);
            share[i] = source - low[i];
        }
        return new Places(low, high, share);
    }

    /**
     * Resizes some of the images.
     *
     * @param divisor of the bytes before anything else
     * @return (count, size, size, 3) in 0..255 / divisor
     */
    static float[] resize(RgbImages images, int first, int count, int size, float divisor, Alignment alignment) {
        Places across = alignment.places(images.width(), size);
        Places down = alignment.places(images.height(), size);
        float[] levels = new float[256];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = i / divisor;
        }
        int line = size * 3;
        float[] wide = new float[images.height() * line];
        float[] result = new float[Math.multiplyExact(count, Math.multiplyExact(size, line))];
        for (int n = 0; n < count; n++) {
            for (int y = 0; y < images.height(); y++) {
                widen(images.pixels(), images.offset(first + n, y, 0), levels, across, wide, y * line);
            }
            for (int y = 0; y < size; y++) {
                int top = down.low[y] * line;
                int bottom = down.high[y] * line;
                blend(wide, top, bottom, down.share[y], result, (n * size + y) * line, line);
            }
        }
        return result;
    }

    private static void widen(byte[] pixels, int row, float[] levels, Places across, float[] to, int start) {
        int at = start;
        for (int x = 0; x < across.share.length; x++) {
            int left = row + across.low[x] * 3;
            int right = row + across.high[x] * 3;
            float share = across.share[x];
            for (int c = 0; c < 3; c++) {
                float low = levels[pixels[left + c] & 255];
                to[at++] = low + (levels[pixels[right + c] & 255] - low) * share;
            }
        }
    }

    private static void blend(float[] from, int top, int bottom, float share, float[] to, int at, int length) {
        for (int i = 0; i < length; i++) {
            float above = from[top + i];
            to[at + i] = above + (from[bottom + i] - above) * share;
        }
    }
}
