package io.slimgan.config;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * When a run saves itself. Whichever of the two intervals ends first.
 *
 * @param everySteps steps between two checkpoints
 * @param everyMinutes minutes between two checkpoints
 * @param keepLast how many of the newest are kept; the best one is kept besides
 */
public record CheckpointSettings(
        @Min(1) @Max(10_000_000) int everySteps,
        @DecimalMin("0.01") @DecimalMax("10000") double everyMinutes,
        @Min(1) @Max(1000) int keepLast) {}
