package io.slimgan.data;

import io.slimgan.base.RgbImages;
import io.slimgan.data.files.ImageSource;
import java.util.List;
import java.util.Optional;

/**
 * A set of square images of one size, ready to be read in any order from any thread. Whoever opens one closes it; a
 * closed set refuses to be read with an IllegalStateException.
 */
public interface ImageSet extends AutoCloseable {

    /** What the user calls it, such as "CIFAR-10". */
    String name();

    /** The number of images, at least 1. */
    int size();

    /** Height and width of each image in pixels. */
    int imageSize();

    /** Channels of a training image: 3, or 1 of a grey set. What is shown has three always. */
    default int channels() {
        return 3;
    }

    /**
     * Writes one image as (C, H, W) values in [-1, 1], (u8 / 255 - 0.5) / 0.5 in float32 (method G), into an array.
     *
     * @param index 0 to size - 1
     * @param nchw the array, such as a batch of (N, C, H, W)
     * @param at where the image's first value goes
     */
    void copyTo(int index, float[] nchw, int at);

    /** The class of an image, a place in {@link #classNames()}; -1 in a set without labels. */
    int label(int index);

    /** The classes in label order; empty in a set without labels. */
    List<String> classNames();

    /** Remarks for the user, such as a skipped file's name, one sentence each. */
    List<String> notes();

    /**
     * The images as they come from their files, broken ones as such, of a set that makes them on demand; empty of others.
     * The set stays its owner.
     */
    default Optional<ImageSource> source() {
        return Optional.empty();
    }

    /** Chosen images as bytes, copied, in the order asked for. */
    RgbImages pick(int... indices);

    /** {@code count} images from {@code from} on, copied. */
    default RgbImages images(int from, int count) {
        int[] indices = new int[count];
        for (int i = 0; i < count; i++) {
            indices[i] = from + i;
        }
        return pick(indices);
    }

    /**
     * At most {@code count} images, spread evenly over the set: a fair look at a set that is sorted by class.
     */
    default RgbImages spread(int count) {
        int[] indices = new int[Math.min(count, size())];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = (int) ((long) i * size() / indices.length);
        }
        return pick(indices);
    }

    /** Frees the images. May be called more than once. */
    @Override
    void close();
}
