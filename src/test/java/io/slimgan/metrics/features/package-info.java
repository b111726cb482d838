/** Tests of the room's part of the same name. */
@NullMarked
package io.slimgan.metrics.features;

import org.jspecify.annotations.NullMarked;
