/** The live curves of a run: losses, critic, distillation, speed and memory, one colour per width. */
@NullMarked
package io.slimgan.ui.scalars;

import org.jspecify.annotations.NullMarked;
