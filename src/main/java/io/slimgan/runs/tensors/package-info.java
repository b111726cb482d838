/**
 * Tensors in files: the safetensors format, which Python reads without this program.
 */
@NullMarked
package io.slimgan.runs.tensors;

import org.jspecify.annotations.NullMarked;
