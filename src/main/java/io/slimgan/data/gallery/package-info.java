/** Datasets to be looked at: opened by their index, images decoded as they are asked for, checked as a whole on demand. */
@NullMarked
package io.slimgan.data.gallery;

import org.jspecify.annotations.NullMarked;
