/**
 * Slimmable layers as values, spectral normalisation, initialisation, and the named parameters they read.
 */
@NullMarked
package io.slimgan.nn;

import org.jspecify.annotations.NullMarked;
