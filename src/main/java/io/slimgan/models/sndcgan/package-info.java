/**
 * The SNDCGAN networks (method A.4).
 */
@NullMarked
package io.slimgan.models.sndcgan;

import org.jspecify.annotations.NullMarked;
