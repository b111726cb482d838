/** Image files of a folder: which ones there are, in which order, and what is inside them as plain red, green, blue. */
@NullMarked
package io.slimgan.data.files;

import org.jspecify.annotations.NullMarked;
