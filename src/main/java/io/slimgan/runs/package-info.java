/**
 * The run folder, which is the contract between all programs: layout, atomic writes, event log, checkpoints as safetensors, lock.
 */
@NullMarked
package io.slimgan.runs;

import org.jspecify.annotations.NullMarked;
