package io.slimgan.training.watches;

import io.slimgan.base.RgbImages;

/** How far the images of the same latents have moved. */
public final class GridChange {

    private GridChange() {}

    /**
     * The root mean square difference of the images of a latent then and now, over all latents and pixels, as a share
     * of the colours' whole range: 0 where nothing moved. Near 0 the generator has stopped learning; where all images
     * alike leap to others from grid to grid, it has collapsed and wanders.
     *
     * @param before (N, H, W, 3)
     * @param now of the same latents, in the same order and size
     */
    public static double of(RgbImages before, RgbImages now) {
        byte[] then = before.pixels();
        byte[] pixels = now.pixels();
        if (before.count() != now.count() || before.height() != now.height() || then.length != pixels.length) {
            throw new IllegalArgumentException(before + " and " + now + " are not of the same latents.");
        }
        double sum = 0;
        for (int i = 0; i < pixels.length; i++) {
            double off = (pixels[i] & 0xff) - (then[i] & 0xff);
            sum += off * off;
        }
        return pixels.length == 0 ? 0 : Math.sqrt(sum / pixels.length) / 255;
    }
}
