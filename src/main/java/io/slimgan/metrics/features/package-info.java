/** From images to features: preprocessing, quantisation, and the networks that give the features. */
@NullMarked
package io.slimgan.metrics.features;

import org.jspecify.annotations.NullMarked;
