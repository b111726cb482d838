package io.slimgan.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Where a run computes.
 *
 * @param device the processor
 * @param threads threads of a training step on the CPU; 0 is one per core
 * @param precision of the convolutions of training
 */
public record EngineSettings(
        DeviceChoice device, @Min(0) @Max(256) int threads, Precision precision) {

    /** Everything in single precision. */
    public EngineSettings(DeviceChoice device, int threads) {
        this(device, threads, Precision.FLOAT32);
    }

    /** With how many bits convolutions multiply; weights, sums, normalisation and Adam stay float32. */
    public enum Precision {
        FLOAT32,
        /** Eight bits of mantissa, on processors that multiply them natively. */
        BF16
    }

    /** The processors to choose from. */
    public enum DeviceChoice {
        /** The first GPU if there is one, else the CPU. */
        AUTO,
        CPU,
        GPU
    }
}
