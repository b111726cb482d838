package io.slimgan.data.pixels;

/**
 * Many images of one size as unsigned bytes, filled once by a {@link PixelWriter}. May be read from any thread, also
 * while another thread closes it; a closed one refuses with an IllegalStateException.
 */
public interface PixelStore extends AutoCloseable {

    /** The number of images. */
    int count();

    /**
     * One image's bytes, pixel by pixel: H * W * 3, or H * W of a grey set. They may be the store's own and must not be changed.
     *
     * @throws IndexOutOfBoundsException if there is no such image
     */
    byte[] image(int index);

    /** Frees the images. May be called more than once. */
    @Override
    void close();
}
