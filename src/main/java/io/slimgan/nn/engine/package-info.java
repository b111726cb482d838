/**
 * The one door to the tensor engine: operations, automatic differentiation, threads and memory.
 */
@NullMarked
package io.slimgan.nn.engine;

import org.jspecify.annotations.NullMarked;
