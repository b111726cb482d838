/** The feature network that comes with the program, so that a fresh machine measures without a download. */
@NullMarked
package io.slimgan.metrics.features.builtin;

import org.jspecify.annotations.NullMarked;
