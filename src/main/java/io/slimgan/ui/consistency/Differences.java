package io.slimgan.ui.consistency;

import io.slimgan.base.RgbImages;

/** How far a width's images are from the widest one's. For any thread. */
final class Differences {

    private Differences() {}

    /** |a - b| of every byte of two rows of images of the same shape. */
    static RgbImages between(RgbImages a, RgbImages b) {
        byte[] pixels = new byte[a.pixels().length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.abs((a.pixels()[i] & 255) - (b.pixels()[i] & 255));
        }
        return new RgbImages(a.count(), a.height(), a.width(), pixels);
    }

    /** The mean of all bytes, 0 to 255. */
    static double mean(RgbImages images) {
        long sum = 0;
        for (byte level : images.pixels()) {
            sum += level & 255;
        }
        return images.pixels().length == 0 ? 0 : (double) sum / images.pixels().length;
    }
}
