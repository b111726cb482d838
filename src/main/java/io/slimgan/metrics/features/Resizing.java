package io.slimgan.metrics.features;

import io.slimgan.base.RgbImages;
import io.slimgan.config.Preprocessing;
import io.slimgan.data.pixels.FloatResampler;

/**
 * Images as the Inception network wants them: the three ways in which measuring tools resize (method D.2). Values of
 * different ways must never be compared. Pure functions, for any thread.
 */
public final class Resizing {

    private Resizing() {}

    /**
     * Some of the images, resized and brought to about [-1, 1].
     *
     * @param images (N, H, W, 3) of any size
     * @param first the first image
     * @param count how many from there
     * @param size height and width of the result in pixels
     * @return (count, size, size, 3), row-major
     */
    public static float[] toInput(RgbImages images, int first, int count, int size, Preprocessing preprocessing) {
        float[] values = levels(images, first, count, size, preprocessing);
        if (preprocessing == Preprocessing.PYTORCH_FID) {
            for (int i = 0; i < values.length; i++) {
                values[i] = 2 * values[i] - 1;
            }
        } else {
            for (int i = 0; i < values.length; i++) {
                values[i] = (values[i] - 128) / 128;
            }
        }
        return values;
    }

    /** Resized, in 0..255 (0..1 for {@link Preprocessing#PYTORCH_FID}), not rounded; (count, size, size, 3). */
    static float[] levels(RgbImages images, int first, int count, int size, Preprocessing preprocessing) {
        return switch (preprocessing) {
            case TENSORFLOW -> Bilinear.resize(images, first, count, size, 1, Bilinear::cornerAligned);
            case PYTORCH_FID -> Bilinear.resize(images, first, count, size, 255, Bilinear::centreAligned);
            case CLEAN -> clipped(FloatResampler.bicubic(images, first, count, size, size));
        };
    }

    private static float[] clipped(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.max(0, Math.min(255, values[i]));
        }
        return values;
    }
}
