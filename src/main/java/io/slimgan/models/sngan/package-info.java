/**
 * The residual SNGAN networks (method A.5), and cGAN-pd, which is the same with classes (method A.6).
 */
@NullMarked
package io.slimgan.models.sngan;

import org.jspecify.annotations.NullMarked;
