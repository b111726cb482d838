/**
 * Generated images on the screen: nearest-neighbour grids, the one way of asking a preview, choosing its weights. Shared
 * by the views that draw.
 */
@NullMarked
package io.slimgan.ui.image;

import org.jspecify.annotations.NullMarked;
