package io.slimgan.config;

/**
 * What a backbone is at an image size, as far as settings are checked against it (method A.4, A.5): the networks
 * themselves are built from it elsewhere.
 *
 * @param imageSize height and width of the images
 * @param bottom side of the generator's first feature map
 * @param doublings how often the generator doubles it
 * @param halvings how often the discriminator halves the image
 * @param generatorHalvings how often the generator's channels are halved on the way to the image
 * @param discriminatorHalvings how often the discriminator's channels are halved on the way back to the image
 * @param shareableLayers how many leading layers (convolutions or blocks) the discriminators of the widths can share
 * @param latentParts into how many equal parts the latent is cut; 1 where it is taken whole
 */
public record BackbonePlan(
        int imageSize,
        int bottom,
        int doublings,
        int halvings,
        int generatorHalvings,
        int discriminatorHalvings,
        int shareableLayers,
        int latentParts) {

    /** SNDCGAN: every doubling halves the channels, two convolutions for each and one more. */
    static BackbonePlan convolutions(int imageSize, int bottom, int doublings) {
        return new BackbonePlan(imageSize, bottom, doublings, doublings, doublings, doublings, 2 * doublings + 1, 1);
    }

    /** SNGAN for 32 pixels: no block changes the channels. */
    static BackbonePlan evenBlocks(int imageSize, int bottom, int doublings, int blocks, int halvings) {
        return new BackbonePlan(imageSize, bottom, doublings, halvings, 0, 0, blocks, 1);
    }

    /** SNGAN for larger images: every block halves, or doubles, the channels. */
    static BackbonePlan taperedBlocks(int imageSize, int bottom, int doublings, int blocks, int halvings) {
        return new BackbonePlan(imageSize, bottom, doublings, halvings, doublings, blocks - 1, blocks, 1);
    }

    /** BigGAN for 128 pixels: five doublings from 4 x 4, six blocks back, a part of the latent for each doubling. */
    static BackbonePlan hierarchical() {
        return new BackbonePlan(128, 4, 5, 5, 4, 4, 6, 6);
    }

    /** The channels that a residual discriminator's block gives: all in the last, halved before it as often as may be. */
    public int discriminatorChannels(int channels, int block) {
        return channels >> Math.max(0, discriminatorHalvings - block);
    }
}
