/** The formats in which the publishers of datasets give out their files (method G), and the names of their classes. */
@NullMarked
package io.slimgan.data.official;

import org.jspecify.annotations.NullMarked;
