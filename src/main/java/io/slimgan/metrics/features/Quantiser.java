package io.slimgan.metrics.features;

import io.slimgan.base.RgbImages;
import io.slimgan.config.Quantisation;
import java.util.Arrays;

/**
 * Generated images to bytes (method D.2a). The way is part of every result. Pure functions, for any thread.
 */
public final class Quantiser {

    private static final float GUARD = 1e-5f; // the SlimGAN code's, against one flat image

    private Quantiser() {}

    /**
     * The smallest and largest value of a set of images.
     *
     * @param low not above {@code high} unless the set is empty
     */
    public record Range(float low, float high) {

        /** Of no images; {@link #with} widens it. */
        public static Range empty() {
            return new Range(Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY);
        }

        /** The range of these values as well. */
        public Range with(float... values) {
            float least = low;
            float most = high;
            for (float value : values) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
            return new Range(least, most);
        }
    }

    /**
     * All samples of a width at once, or whatever set shall have one range.
     *
     * @param nchw (count, 3, height, width) in [-1, 1]
     * @return (count, height, width, 3) in 0..255
     */
    public static RgbImages quantise(Quantisation way, float[] nchw, int count, int height, int width) {
        return switch (way) {
            case PLAIN -> RgbImages.fromNchw(nchw, count, height, width);
            case MIN_MAX -> minMax(nchw, count, height, width, Range.empty().with(nchw));
        };
    }

    /**
     * {@link Quantisation#MIN_MAX} of a part of a set whose range is known, so that the set need not be held at once.
     *
     * @param nchw (count, 3, height, width)
     * @param range of the whole set
     * @return (count, height, width, 3) in 0..255
     */
    public static RgbImages minMax(float[] nchw, int count, int height, int width, Range range) {
        byte[] pixels = new byte[Math.multiplyExact(count * 3, height * width)];
        if (nchw.length != pixels.length) {
            throw new IllegalArgumentException(
                    count + " images need " + pixels.length + " values, not " + nchw.length + ".");
        }
        int plane = height * width;
        float span = range.high - range.low + GUARD;
        for (int n = 0; n < count; n++) {
            for (int c = 0; c < 3; c++) {
                int from = (n * 3 + c) * plane;
                int to = n * plane * 3 + c;
                for (int p = 0; p < plane; p++) {
                    int level = (int) Math.floor(255 * ((nchw[from + p] - range.low) / span) + 0.5f);
                    pixels[to + p * 3] = (byte) Math.max(0, Math.min(255, level));
                }
            }
        }
        return new RgbImages(count, height, width, pixels);
    }

    /**
     * Each batch for itself, as the SlimGAN code does for the inception score with batches of 50.
     *
     * @param nchw (count, 3, height, width) in [-1, 1]
     * @param batch how many images share a range, at least 1; the last ones may be fewer
     */
    public static RgbImages quantiseBatches(
            Quantisation way, float[] nchw, int count, int height, int width, int batch) {
        byte[] pixels = new byte[Math.multiplyExact(count * 3, height * width)];
        int image = 3 * height * width;
        for (int first = 0; first < count; first += batch) {
            int some = Math.min(batch, count - first);
            float[] part = Arrays.copyOfRange(nchw, first * image, (first + some) * image);
            byte[] bytes = quantise(way, part, some, height, width).pixels();
            System.arraycopy(bytes, 0, pixels, first * image, bytes.length);
        }
        return new RgbImages(count, height, width, pixels);
    }
}
