package io.slimgan.ui.chart;

import java.util.Arrays;

/**
 * TensorBoard's smoothing: an exponential moving average whose start is corrected for the zero it begins with, so that
 * s_n = (1 - w) sum_k w^(n-k) y_k / (1 - w^n) over the finite values so far. A constant series is left alone, since
 * rounding would make it wobble; NaN and infinities pass through and do not enter the average (TensorBoard,
 * data_transformer.ts, classicSmoothing). Incremental: each value is smoothed once, until the weight changes.
 */
final class Smoother {

    private final double weight;
    private double[] smoothed = new double[0];
    private int size;
    private double average;
    private double bias = 1;
    private boolean constant = true;

    /** For an empty series. {@code weight} in [0, 1). */
    Smoother(double weight) {
        if (!(weight >= 0 && weight < 1)) {
            throw new IllegalArgumentException("A smoothing weight lies in [0, 1), but this one is " + weight);
        }
        this.weight = weight;
    }

    double weight() {
        return weight;
    }

    /** Smooths values that came since the last call, up to {@code count}. */
    void extend(double[] values, int count) {
        if (smoothed.length < count) {
            smoothed = Arrays.copyOf(smoothed, values.length);
        }
        for (; size < count; size++) {
            double value = values[size];
            constant = constant && value == values[0];
            smoothed[size] = next(value);
        }
    }

    /** The smoothed values; those beyond what was {@link #extend}ed are meaningless. Not to be written to. */
    double[] values() {
        return smoothed;
    }

    private double next(double value) {
        if (!Double.isFinite(value)) {
            return value;
        }
        average = average * weight + (1 - weight) * value;
        bias *= weight;
        if (constant) {
            return value;
        }
        return bias < 1e-17 ? average : average / (1 - bias); // 1 - 1e-17 is 1, and dividing takes longest of all
    }
}
