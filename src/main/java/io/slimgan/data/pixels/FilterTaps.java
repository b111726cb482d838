package io.slimgan.data.pixels;

import java.util.function.DoubleUnaryOperator;

/**
 * Which source pixels make each pixel of a resized line, and how much each counts, as Pillow has it: a filter as wide as
 * the scale, so that making smaller does not alias.
 *
 * @param first the first source pixel of each
 * @param weights the weights of it and those that follow; they sum to 1
 */
record FilterTaps(int[] first, double[][] weights) {

    /** Pillow's BILINEAR: a triangle. */
    static FilterTaps triangle(int from, int to) {
        return of(from, to, 1, x -> Math.max(0, 1 - Math.abs(x)));
    }

    /** Pillow's BICUBIC: Keys' cubic with a = -1/2. */
    static FilterTaps cubic(int from, int to) {
        return of(from, to, 2, FilterTaps::keys);
    }

    int size() {
        return first.length;
    }

    private static double keys(double signed) {
        double x = Math.abs(signed);
        if (x < 1) {
            return ((-0.5 + 2) * x - (-0.5 + 3)) * x * x + 1;
        }
        return x < 2 ? (((x - 5) * x + 8) * x - 4) * -0.5 : 0;
    }

    private static FilterTaps of(int from, int to, int radius, DoubleUnaryOperator filter) {
        double scale = (double) from / to;
        double stretch = Math.max(scale, 1.0);
        double support = radius * stretch;
        int[] first = new int[to];
        double[][] weights = new double[to][];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            first[i] = Math.max(0, (int) (centre - support + 0.5));
            int end = Math.min(from, (int) (centre + support + 0.5));
            weights[i] = weights(first[i], end, centre, 1.0 / stretch, filter);
        }
        return new FilterTaps(first, weights);
    }

    private static double[] weights(int first, int end, double centre, double step, DoubleUnaryOperator filter) {
        double[] shares = new double[end - first];
        double sum = 0;
        for (int j = 0; j < shares.length; j++) {
            shares[j] = filter.applyAsDouble((j + first - centre + 0.5) * step);
            sum += shares[j];
        }
        for (int j = 0; sum != 0 && j < shares.length; j++) {
            shares[j] /= sum;
        }
        return shares;
    }
}
