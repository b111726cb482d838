/** Measures what generators draw: from a network, a folder or stored statistics to values with everything that decided them. */
@NullMarked
package io.slimgan.metrics;

import org.jspecify.annotations.NullMarked;
