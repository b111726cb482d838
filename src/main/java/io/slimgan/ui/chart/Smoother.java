package io.slimgan.ui.chart;

import java.util.Arrays;

/**
 * TensorBoard's smoothing: an exponential moving average whose start is corrected for the zero it begins with, so that
 * s_n = (1 - w) sum_k w^(n-k) y_k / (1 - w^n) over the finite values so far. A constant series is left alone, since
 * rounding would make it wobble; NaN and infinities pass through and do not enter the average (TensorBoard,
 * data_transformer.ts, classicSmoothing). Incremental: each value is smoothed once, until the weight changes.
 */
final class Smoother {

    /** 1 - 1e-17 is 1: from there on the correction changes nothing. */
    private static final double SETTLED = 1e-17;

    private double weight;
    private double[] smoothed = new double[0];
    private int size;
    private double average;
    private double bias = 1;
    private boolean constant = true;

    /** For an empty series. {@code weight} in [0, 1). */
    Smoother(double weight) {
        restart(weight);
    }

    /** Forgets all values; keeps the room that they took. */
    void restart(double newWeight) {
        if (!(newWeight >= 0 && newWeight < 1)) {
            throw new IllegalArgumentException("A smoothing weight lies in [0, 1), but this one is " + newWeight);
        }
        weight = newWeight;
        size = 0;
        average = 0;
        bias = 1;
        constant = true;
    }

    double weight() {
        return weight;
    }

    /** The smoothed values; those beyond what was {@link #extend}ed are meaningless. Not to be written to. */
    double[] values() {
        return smoothed;
    }

    /** Smooths values that came since the last call, up to {@code count}. */
    void extend(double[] values, int count) {
        begin(values, count);
        settle(values, count);
    }

    /** Goes on until the correction changes nothing any more, or to {@code count}. */
    private void begin(double[] values, int count) {
        if (smoothed.length < count) {
            smoothed = Arrays.copyOf(smoothed, values.length);
        }
        for (; size < count && (constant || bias >= SETTLED); size++) {
            double value = values[size];
            constant = constant && value == values[0];
            smoothed[size] = next(value);
        }
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
        return bias < SETTLED ? average : average / (1 - bias);
    }

    /** The rest, where the average is the answer. */
    private void settle(double[] values, int count) {
        double[] out = smoothed;
        double kept = weight;
        double rest = 1 - weight;
        double a = average;
        for (; size < count; size++) {
            double value = values[size];
            if (value - value == 0) { // neither NaN nor infinite
                a = a * kept + rest * value;
                out[size] = a;
            } else {
                out[size] = value;
            }
        }
        average = a;
    }
}
