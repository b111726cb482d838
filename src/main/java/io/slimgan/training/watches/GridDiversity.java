package io.slimgan.training.watches;

import io.slimgan.base.RgbImages;

/** How much images differ from each other. */
public final class GridDiversity {

    private GridDiversity() {}

    /**
     * The root mean square difference of two images of a batch, over all pairs and pixels, as a share of the colours'
     * whole range: 0 where all are the same picture, about 0.35 for CIFAR-10's photographs.
     *
     * @param images (N, H, W, 3)
     * @return 0 for a single image
     */
    public static double of(RgbImages images) {
        int count = images.count();
        if (count < 2) {
            return 0;
        }
        byte[] pixels = images.pixels();
        int length = pixels.length / count;
        double sum = 0;
        // The mean over pairs of squared differences is twice the variance over images, pixel by pixel.
        for (int i = 0; i < length; i++) {
            double mean = 0;
            for (int n = 0; n < count; n++) {
                mean += pixels[n * length + i] & 0xff;
            }
            mean /= count;
            for (int n = 0; n < count; n++) {
                double off = (pixels[n * length + i] & 0xff) - mean;
                sum += off * off;
            }
        }
        double variance = sum / (count - 1) / length;
        return Math.sqrt(2 * variance) / 255;
    }
}
