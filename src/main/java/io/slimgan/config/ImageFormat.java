package io.slimgan.config;

/**
 * What a network's images are like.
 *
 * @param size height and width in pixels
 * @param channels 3 for colour, 1 for grey
 */
public record ImageFormat(int size, int channels) {

    /** Colour images of this size. */
    public static ImageFormat colour(int size) {
        return new ImageFormat(size, 3);
    }
}
