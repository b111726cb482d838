package io.slimgan.config;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a run measures on itself while it trains. None of it decides a weight: the run is the same with and without.
 *
 * @param everySteps steps between two measurements; 0 measures nothing
 * @param samples generated images per width, and at most as many real ones
 * @param metrics what is measured
 * @param features the feature network's weights; empty for the built-in network
 * @param tap width of the tap; 0 for the network's usual one
 * @param preprocessing how images are brought to the network's size
 * @param quantisation how generated images become bytes
 * @param coreShare the share of the time that one thread measures while training runs, so that training loses no more
 */
public record EvaluationSettings(
        @Min(0) @Max(1_000_000) int everySteps,
        @Min(16) @Max(50_000) int samples,
        @Size(min = 1) List<Metric> metrics,
        @FilePath String features,
        @Min(0) @Max(4096) int tap,
        Preprocessing preprocessing,
        Quantisation quantisation,
        @DecimalMin("0.01") @DecimalMax("1") double coreShare) {

    public EvaluationSettings {
        metrics = List.copyOf(metrics);
    }

    /** Whether the run measures itself at all. */
    public boolean measures() {
        return everySteps > 0;
    }

    /** The same, every so many steps. */
    public EvaluationSettings every(int steps) {
        return new EvaluationSettings(steps, samples, metrics, features, tap, preprocessing, quantisation, coreShare);
    }
}
