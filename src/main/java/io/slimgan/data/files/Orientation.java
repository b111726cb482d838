package io.slimgan.data.files;

import io.slimgan.base.RgbImages;

/** Turns a photograph upright, as its EXIF tag 274 says. */
final class Orientation {

    /** The image is stored as it is seen. */
    static final int UPRIGHT = 1;

    private Orientation() {}

    /**
     * One image, upright.
     *
     * @param orientation EXIF's 1 to 8; anything else leaves the image alone
     */
    static RgbImages upright(RgbImages image, int orientation) {
        if (orientation <= UPRIGHT || orientation > 8) {
            return image;
        }
        boolean swapped = orientation >= 5;
        int height = swapped ? image.width() : image.height();
        int width = swapped ? image.height() : image.width();
        byte[] to = new byte[image.pixels().length];
        for (int y = 0, at = 0; y < height; y++) {
            for (int x = 0; x < width; x++, at += 3) {
                System.arraycopy(image.pixels(), source(image, orientation, y, x), to, at, 3);
            }
        }
        return new RgbImages(1, height, width, to);
    }

    /** Where the pixel that is seen at (y, x) is stored. */
    private static int source(RgbImages image, int orientation, int y, int x) {
        int bottom = image.height() - 1;
        int right = image.width() - 1;
        return switch (orientation) {
            case 2 -> image.offset(0, y, right - x);
            case 3 -> image.offset(0, bottom - y, right - x);
            case 4 -> image.offset(0, bottom - y, x);
            case 5 -> image.offset(0, x, y);
            case 6 -> image.offset(0, bottom - x, y);
            case 7 -> image.offset(0, bottom - x, right - y);
            default -> image.offset(0, x, right - y);
        };
    }
}
