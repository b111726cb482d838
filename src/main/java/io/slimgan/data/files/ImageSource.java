package io.slimgan.data.files;

import java.io.IOException;

/** Images of one size that are made from their files when they are asked for. For any thread. */
public interface ImageSource extends AutoCloseable {

    /** The number of images, at least 1. */
    int count();

    /** What the user knows an image by, such as its file's name. */
    String nameOf(int index);

    /**
     * One image's H * W * 3 bytes, the caller's to keep.
     *
     * @throws BrokenImageException if its file is damaged
     * @throws IOException if it cannot be read at all
     */
    byte[] image(int index) throws BrokenImageException, IOException;

    /** Closes the files. May be called more than once. */
    @Override
    void close();

    /** Some of these images, in the order given; closing them closes these. */
    default ImageSource only(int... places) {
        return new ChosenImages(this, places);
    }
}
