package io.slimgan.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Where a run computes.
 *
 * @param device the processor
 * @param threads threads of a training step on the CPU; 0 is one per core
 */
public record EngineSettings(
        DeviceChoice device, @Min(0) @Max(256) int threads) {

    /** The processors to choose from. */
    public enum DeviceChoice {
        /** The first GPU if there is one, else the CPU. */
        AUTO,
        CPU,
        GPU
    }
}
