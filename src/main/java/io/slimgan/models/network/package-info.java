/** What a network is to those who train, count or compile it, whatever its backbone. */
@NullMarked
package io.slimgan.models.network;

import org.jspecify.annotations.NullMarked;
