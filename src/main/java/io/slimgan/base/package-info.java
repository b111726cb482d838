/**
 * Values that every room speaks: widths, host tensors, images, keyed random streams, and the error that a user can act on.
 */
@NullMarked
package io.slimgan.base;

import org.jspecify.annotations.NullMarked;
