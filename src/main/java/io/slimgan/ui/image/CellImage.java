package io.slimgan.ui.image;

import io.slimgan.base.RgbImages;

/**
 * What one cell of a grid shows.
 *
 * @param images the images that it stands among
 * @param index which of them
 */
public record CellImage(RgbImages images, int index) {}
