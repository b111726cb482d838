package io.slimgan.base;

/**
 * What decides an image of given weights and width.
 *
 * @param seed of its latent
 * @param label its class; {@link #NO_CLASS} where the network knows none
 */
public record LatentKey(long seed, int label) {

    /** The label of images of a network without classes. */
    public static final int NO_CLASS = -1;

    /** The choice that draws this image from its seed. */
    public ClassChoice choice() {
        return label == NO_CLASS ? ClassChoice.BY_SEED : new ClassChoice.One(label);
    }
}
