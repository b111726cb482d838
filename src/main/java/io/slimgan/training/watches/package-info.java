/** Watches over a run in training: what they see are numbers, what they say are marks; nothing here touches training. */
@NullMarked
package io.slimgan.training.watches;

import org.jspecify.annotations.NullMarked;
