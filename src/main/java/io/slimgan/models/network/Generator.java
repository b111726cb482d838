package io.slimgan.models.network;

import io.slimgan.base.WidthList;
import io.slimgan.nn.Layer;

/**
 * A slimmable generator: latents (N, latentSize) to images (N, 3 or 1, imageSize, imageSize) in [-1, 1].
 *
 * @param layers from latent to image
 * @param latentSize the length of z
 * @param imageSize height and width in pixels
 * @param widths the widths that it is trained at
 * @param classes how many classes it draws; 0 if it knows none
 */
public record Generator(Layer layers, int latentSize, int imageSize, WidthList widths, int classes) {}
