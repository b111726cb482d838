package io.slimgan.metrics.statistics;

import io.slimgan.base.RgbImages;

/**
 * Sharpness: the variance over an image's pixels of the Laplacian of its grey values on 0..255, with the border
 * reflected without repeating it (method D.8).
 */
public final class VarianceOfLaplacian {

    private VarianceOfLaplacian() {}

    /**
     * Of one image; population variance, from 0.
     *
     * @param images (N, H, W, 3) in 0..255
     * @param index 0 to N - 1
     */
    public static double of(RgbImages images, int index) {
        int h = images.height();
        int w = images.width();
        double[] grey = grey(images, index);
        double[] laplacian = new double[h * w];
        for (int y = 0; y < h; y++) {
            int up = reflected(y - 1, h) * w;
            int down = reflected(y + 1, h) * w;
            for (int x = 0; x < w; x++) {
                laplacian[y * w + x] = grey[up + x]
                        + grey[down + x]
                        + grey[y * w + reflected(x - 1, w)]
                        + grey[y * w + reflected(x + 1, w)]
                        - 4 * grey[y * w + x];
            }
        }
        double std = MeanAndStd.of(laplacian).std();
        return std * std;
    }

    /** Mean and population deviation over all of at least one image. */
    public static MeanAndStd of(RgbImages images) {
        double[] values = new double[images.count()];
        for (int i = 0; i < values.length; i++) {
            values[i] = of(images, i);
        }
        return MeanAndStd.of(values);
    }

    private static int reflected(int at, int size) {
        return size == 1 ? 0 : at < 0 ? 1 : at == size ? size - 2 : at;
    }

    private static double[] grey(RgbImages images, int index) {
        int pixels = images.height() * images.width();
        int from = images.offset(index, 0, 0);
        double[] grey = new double[pixels];
        for (int i = 0; i < pixels; i++) {
            int at = from + 3 * i;
            int red = images.pixels()[at] & 255;
            int green = images.pixels()[at + 1] & 255;
            int blue = images.pixels()[at + 2] & 255;
            // An image without colour is its own grey; the weights would round it.
            grey[i] = red == green && green == blue ? red : 0.299 * red + 0.587 * green + 0.114 * blue;
        }
        return grey;
    }
}
