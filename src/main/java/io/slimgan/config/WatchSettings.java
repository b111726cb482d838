package io.slimgan.config;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * When a run says that its training goes wrong, and whether it then waits for the user. A loss that is not a number
 * always pauses.
 *
 * @param patienceSteps how long something must be wrong before it is said
 * @param saturationLoss a discriminator loss below this is that of a discriminator that has won
 * @param collapseShare how much of the greatest difference between a width's images must be left
 * @param driftFactor how many times its own best a width may lie apart while the others do not
 */
public record WatchSettings(
        @Min(10) @Max(1_000_000) int patienceSteps,
        @DecimalMin("0") @DecimalMax("1") double saturationLoss,
        @DecimalMin("0") @DecimalMax("0.9") double collapseShare,
        @DecimalMin("1.2") @DecimalMax("1000") double driftFactor,
        boolean pauseOnSaturation,
        boolean pauseOnCollapse,
        boolean pauseOnDrift) {}
