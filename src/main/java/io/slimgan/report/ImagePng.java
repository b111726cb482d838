package io.slimgan.report;

import io.slimgan.base.RgbImages;

/**
 * One image as the bytes of a PNG file; the same image gives the same bytes on every machine ({@link FixedDeflate}). For
 * any thread.
 */
public final class ImagePng {

    private static final byte FILTER_NONE = 0;
    private static final byte FILTER_UP = 2;

    private ImagePng() {}

    /**
     * The file's bytes.
     *
     * @param scale edge of the square that each pixel becomes, from 1
     */
    public static byte[] encode(RgbImages images, int index, int scale) {
        int width = images.width() * scale;
        int lineBytes = 1 + width * 3;
        byte[] raw = new byte[Math.multiplyExact(lineBytes, images.height() * scale)];
        int at = 0;
        for (int y = 0; y < images.height(); y++) {
            line(raw, at, images, index, y, scale);
            at += lineBytes;
            for (int repeat = 1; repeat < scale; repeat++) {
                raw[at] = FILTER_UP; // no difference to the line above
                at += lineBytes;
            }
        }
        return PngChunks.file(width, images.height() * scale, raw);
    }

    private static void line(byte[] raw, int at, RgbImages images, int index, int y, int scale) {
        raw[at] = FILTER_NONE;
        int to = at + 1;
        for (int x = 0; x < images.width(); x++) {
            int rgb = images.argb(index, y, x);
            for (int i = 0; i < scale; i++) {
                raw[to++] = (byte) (rgb >> 16);
                raw[to++] = (byte) (rgb >> 8);
                raw[to++] = (byte) rgb;
            }
        }
    }
}
