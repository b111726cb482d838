/**
 * The run folder, which is the contract between all programs: layout, atomic writes, event log, checkpoints as
 * safetensors, lock. Only who holds a run's lock writes into its folder; everybody may read at any time.
 */
@NullMarked
package io.slimgan.runs;

import org.jspecify.annotations.NullMarked;
