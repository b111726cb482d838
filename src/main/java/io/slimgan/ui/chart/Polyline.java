package io.slimgan.ui.chart;

import java.util.Arrays;

/** A line to draw, in axis values, with NaN as a gap; its arrays are used again from frame to frame. */
final class Polyline {

    private double[] xs = new double[512];
    private double[] ys = new double[512];
    private int size;
    private double[] gaps = new double[16];
    private int gapCount;

    void clear() {
        size = 0;
        gapCount = 0;
    }

    void add(double x, double y) {
        if (size == xs.length) {
            xs = Arrays.copyOf(xs, size * 2);
            ys = Arrays.copyOf(ys, size * 2);
        }
        xs[size] = x;
        ys[size++] = y;
    }

    /** Remembers that a value at {@code x} is no finite number, so that it can be marked. */
    void addGap(double x) {
        if (gapCount == gaps.length) {
            gaps = Arrays.copyOf(gaps, gapCount * 2);
        }
        gaps[gapCount++] = x;
    }

    int size() {
        return size;
    }

    double x(int i) {
        return xs[i];
    }

    double y(int i) {
        return ys[i];
    }

    int gapCount() {
        return gapCount;
    }

    double gap(int i) {
        return gaps[i];
    }
}
