/**
 * BigGAN, slimmable (method A.7): hierarchical latents, self-attention, a class vector for all blocks.
 */
@NullMarked
package io.slimgan.models.biggan;

import org.jspecify.annotations.NullMarked;
