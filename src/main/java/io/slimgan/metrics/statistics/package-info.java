/** The metrics as mathematics on features, in double precision; no images, no files. */
@NullMarked
package io.slimgan.metrics.statistics;

import org.jspecify.annotations.NullMarked;
