/** Tests of the room's part of the same name. */
@NullMarked
package io.slimgan.metrics.evaluation;

import org.jspecify.annotations.NullMarked;
