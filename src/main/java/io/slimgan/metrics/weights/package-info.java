/**
 * Reads tensors from the files in which people keep weights and statistics. Nothing that a file holds is ever run, and
 * nothing is allocated before its size has been checked.
 */
@NullMarked
package io.slimgan.metrics.weights;

import org.jspecify.annotations.NullMarked;
