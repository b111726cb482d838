package io.slimgan.config;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * What a run writes about itself.
 *
 * @param scalarsEverySteps steps between two points of the curves
 * @param samplesEverySteps steps between two stored sample grids
 * @param sampleColumns latents in the fixed grid
 */
public record LoggingSettings(
        @Min(1) @Max(100_000) int scalarsEverySteps,
        @Min(1) @Max(1_000_000) int samplesEverySteps,
        @Min(1) @Max(64) int sampleColumns) {}
