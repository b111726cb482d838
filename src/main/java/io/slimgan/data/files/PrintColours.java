package io.slimgan.data.files;

import io.slimgan.base.RgbImages;
import java.awt.image.Raster;

/** Four-component JPEG, as programs for print write it: cyan, magenta, yellow and black, stored inverted. */
final class PrintColours {

    private static final int YCCK = 2;

    private PrintColours() {}

    /**
     * Red, green, blue of stored inverted CMYK or YCCK, in the arithmetic of libjpeg and of Pillow's
     * {@code convert("RGB")}.
     *
     * @param stored the raster of four bands, undecoded
     * @param adobeTransform see {@link JpegHeader}
     */
    static RgbImages toRgb(Raster stored, int adobeTransform) {
        int height = stored.getHeight();
        int width = stored.getWidth();
        byte[] rgb = new byte[height * width * 3];
        int[] row = new int[width * 4];
        for (int y = 0, at = 0; y < height; y++) {
            stored.getPixels(stored.getMinX(), stored.getMinY() + y, width, 1, row);
            for (int x = 0; x < width; x++, at += 3) {
                if (adobeTransform == YCCK) {
                    toCmyk(row, x * 4);
                }
                int light = row[x * 4 + 3];
                for (int c = 0; c < 3; c++) {
                    rgb[at + c] = (byte) clip(light - share(255 - row[x * 4 + c], light));
                }
            }
        }
        return new RgbImages(1, height, width, rgb);
    }

    /** JPEG's luminance and chrominance to CMY; black stays. */
    private static void toCmyk(int[] row, int at) {
        double luma = row[at];
        double blueness = row[at + 1] - 128;
        double redness = row[at + 2] - 128;
        row[at] = 255 - rounded(luma + 1.402 * redness);
        row[at + 1] = 255 - rounded(luma - 0.344136286 * blueness - 0.714136286 * redness);
        row[at + 2] = 255 - rounded(luma + 1.772 * blueness);
    }

    private static int rounded(double level) {
        return clip((int) Math.floor(level + 0.5));
    }

    /** a * b / 255, rounded, without a division. */
    private static int share(int a, int b) {
        int product = a * b + 128;
        return (product >> 8) + product >> 8;
    }

    private static int clip(int level) {
        return Math.max(0, Math.min(255, level));
    }
}
