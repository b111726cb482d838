package io.slimgan.session;

import io.slimgan.base.RgbImages;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * A dataset's training images, open to be leafed through: its index is known, images are decoded as they are asked for.
 * Whoever opened it closes it. For any thread; nothing here blocks.
 */
public interface DatasetBook extends AutoCloseable {

    /** Such as "CIFAR-10". */
    String name();

    /** The number of images or image files, at least 1. */
    int size();

    /** Height and width of each image in pixels. */
    int imageSize();

    /** The classes in label order; empty without labels. */
    List<String> classNames();

    /** The class of an image, a place in {@link #classNames()}; -1 without labels. */
    int label(int index);

    /** What is known of the set, one sentence each. */
    List<String> notes();

    /** What an image is called in lists: its file, or its number in the set. */
    String nameOf(int index);

    /** Whether each image is read from its file when it is asked for, so that checking all of them may take minutes. */
    boolean isOnDemand();

    /**
     * One image, cut and resized as for training; exceptionally with a {@link io.slimgan.base.UserError} if its file is
     * broken. Who no longer wants it cancels the future, and it is not decoded.
     */
    CompletableFuture<RgbImages> image(int index);

    /** Looks at every image in the background. */
    DatasetJob<DatasetFindings> check();

    /** Frees the images; what was asked for and is not answered yet fails. */
    @Override
    void close();
}
