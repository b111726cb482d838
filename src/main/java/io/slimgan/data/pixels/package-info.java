/** Pixels in memory: cropping, resizing as Pillow does, and a store for many images of one size. */
@NullMarked
package io.slimgan.data.pixels;

import org.jspecify.annotations.NullMarked;
