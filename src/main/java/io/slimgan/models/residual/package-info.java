/**
 * What residual discriminators are built of, whatever their backbone.
 */
@NullMarked
package io.slimgan.models.residual;

import org.jspecify.annotations.NullMarked;
