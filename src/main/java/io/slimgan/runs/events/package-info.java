/**
 * A run's log in TensorBoard's own format: one writer appends, any number of readers in any process follow.
 */
@NullMarked
package io.slimgan.runs.events;

import org.jspecify.annotations.NullMarked;
