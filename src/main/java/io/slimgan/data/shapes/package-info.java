/** The built-in images: drawn by arithmetic alone, so that they are the same, bit for bit, on every machine. */
@NullMarked
package io.slimgan.data.shapes;

import org.jspecify.annotations.NullMarked;
