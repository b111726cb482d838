/** Algorithm 1 of the SlimGAN paper: one training step as phases, its losses, its optimizer, its saveable state. */
@NullMarked
package io.slimgan.training;

import org.jspecify.annotations.NullMarked;
