package io.slimgan.ui;

import io.slimgan.base.RgbImages;

/** Pictures that differ by seed, width and step, so that a view which shows the wrong one is found out. */
public final class FakeImages {

    private FakeImages() {}

    /** {@code count} images; image i is {@link #argb} of seed {@code seeds[i]}. */
    public static RgbImages of(int size, double width, long step, long... seeds) {
        byte[] pixels = new byte[seeds.length * size * size * 3];
        int at = 0;
        for (long seed : seeds) {
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    int argb = argb(seed, width, step, size, y, x);
                    pixels[at++] = (byte) (argb >> 16);
                    pixels[at++] = (byte) (argb >> 8);
                    pixels[at++] = (byte) argb;
                }
            }
        }
        return new RgbImages(seeds.length, size, size, pixels);
    }

    /** A disc whose colour tells the seed, whose size tells the width, on a ground whose shade tells the step. */
    public static int argb(long seed, double width, long step, int size, int y, int x) {
        double radius = size * (0.15 + 0.3 * width);
        boolean inside = Math.hypot(x - size / 2.0 + 0.5, y - size / 2.0 + 0.5) < radius;
        if (inside) {
            int hash = Long.hashCode(seed * 0x9E3779B97F4A7C15L);
            return 0xFF404040 | hash & 0xBFBFBF;
        }
        int shade = (int) (40 + step % 1000 / 8 + 60L * y / size);
        return 0xFF000000 | shade << 16 | shade << 8 | Math.min(255, shade + 20);
    }
}
