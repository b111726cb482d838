package io.slimgan.data.files;

import io.slimgan.base.RgbImages;

/**
 * What an image file holds.
 *
 * @param image its pixels, upright
 * @param transparent whether the file has transparency too, which is left out
 */
public record DecodedImage(RgbImages image, boolean transparent) {}
