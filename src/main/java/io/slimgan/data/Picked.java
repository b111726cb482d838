package io.slimgan.data;

import io.slimgan.base.RgbImages;
import java.util.function.IntFunction;

/** Chosen images of a set as bytes. Pure functions. */
final class Picked {

    private Picked() {}

    /**
     * Copies images in the order asked for.
     *
     * @param image a place's image, (H, W, 3) bytes
     * @param imageSize H and W in pixels
     */
    static RgbImages of(IntFunction<byte[]> image, int imageSize, int... indices) {
        int bytes = imageSize * imageSize * 3;
        byte[] picked = new byte[indices.length * bytes];
        for (int i = 0; i < indices.length; i++) {
            System.arraycopy(image.apply(indices[i]), 0, picked, i * bytes, bytes);
        }
        return new RgbImages(indices.length, imageSize, imageSize, picked);
    }

    /** Grey bytes as red, green and blue ones. */
    static byte[] grey(byte[] grey) {
        byte[] rgb = new byte[3 * grey.length];
        for (int p = 0, to = 0; p < grey.length; p++, to += 3) {
            rgb[to] = grey[p];
            rgb[to + 1] = grey[p];
            rgb[to + 2] = grey[p];
        }
        return rgb;
    }
}
