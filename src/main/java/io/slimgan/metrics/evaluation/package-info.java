/** From checkpoints, folders and statistics to measured values: who draws, what is held against what, and what is kept. */
@NullMarked
package io.slimgan.metrics.evaluation;

import org.jspecify.annotations.NullMarked;
