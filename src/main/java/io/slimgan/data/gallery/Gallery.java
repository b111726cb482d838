package io.slimgan.data.gallery;

import io.slimgan.data.files.BrokenImageException;
import java.io.IOException;
import java.util.List;

/**
 * A dataset's training images to be leafed through. Unlike an {@link io.slimgan.data.ImageSet} it may hold files that turn out
 * to be broken. For any thread; whoever opens one closes it.
 */
public interface Gallery extends AutoCloseable {

    /** What the user calls it, such as "CIFAR-10". */
    String name();

    /** The number of images or image files, at least 1. */
    int size();

    /** Height and width of each image in pixels. */
    int imageSize();

    /** The classes in label order; empty in a set without labels. */
    List<String> classNames();

    /** The class of an image, a place in {@link #classNames()}; -1 in a set without labels. */
    int label(int index);

    /** What is known of the set, one sentence each. */
    List<String> notes();

    /** What an image is called in lists: its file below the folder, or its number in the set, from 0 on. */
    String nameOf(int index);

    /** Whether each image is read from its file when it is asked for, so that looking at all of them takes a while. */
    boolean isOnDemand();

    /**
     * One image, cut and resized as for training.
     *
     * @return H * W * 3 bytes, not to be changed
     * @throws BrokenImageException if the file is none, damaged or too large
     * @throws IOException if it cannot be read
     */
    byte[] image(int index) throws BrokenImageException, IOException;

    /**
     * The bytes that two images share if and only if they are the same: those of the file where there is one for each.
     *
     * @param pixels of this image, as {@link #image} gave them
     * @throws IOException if the file cannot be read
     */
    default byte[] content(int index, byte[] pixels) throws IOException {
        return pixels;
    }

    /** Frees what is held. May be called more than once. */
    @Override
    void close();
}
