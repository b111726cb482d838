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

    /**
     * Writes one grey image as planes of values in [-1, 1] (method G), each the same.
     *
     * @param grey H * W bytes
     * @param planes how many, 1 or 3
     * @param chw where the planes * H * W values go
     * @param at the place of the first of them
     */
    public static void greyToPlanes(byte[] grey, int planes, float[] chw, int at) {
        for (int p = 0; p < grey.length; p++) {
            chw[at + p] = VALUES[grey[p] & 255];
        }
        for (int plane = 1; plane < planes; plane++) {
            System.arraycopy(chw, at, chw, at + plane * grey.length, grey.length);
        }
    }
}
