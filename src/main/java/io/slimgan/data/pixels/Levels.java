package io.slimgan.data.pixels;

/** From unsigned bytes to what networks see. */
public final class Levels {

    private static final float[] VALUES = new float[256];

    static {
        for (int level = 0; level < VALUES.length; level++) {
            VALUES[level] = (level / 255f - 0.5f) / 0.5f;
        }
    }

    private Levels() {}

    /**
     * Writes one image as three planes of values in [-1, 1] (method G).
     *
     * @param rgb H * W * 3 bytes, red, green, blue
     * @param chw where the 3 * H * W values go
     * @param at the place of the first of them
     */
    public static void toPlanes(byte[] rgb, float[] chw, int at) {
        int plane = rgb.length / 3;
        for (int p = 0, from = 0; p < plane; p++, from += 3) {
            chw[at + p] = VALUES[rgb[from] & 255];
            chw[at + plane + p] = VALUES[rgb[from + 1] & 255];
            chw[at + 2 * plane + p] = VALUES[rgb[from + 2] & 255];
        }
    }
}
