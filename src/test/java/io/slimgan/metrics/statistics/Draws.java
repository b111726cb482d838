package io.slimgan.metrics.statistics;

import io.slimgan.metrics.features.FeatureMatrix;
import java.util.Random;

/** Features for tests: normal values under a random linear map. */
final class Draws {

    private Draws() {}

    /** Standard normal values, times a scale, plus a shift. */
    static FeatureMatrix normal(int rows, int columns, double scale, double shift, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (scale * random.nextGaussian() + shift);
        }
        return new FeatureMatrix(rows, columns, values);
    }

    /** Correlated ones: x + x P with P a random (d, d) map. */
    static FeatureMatrix correlated(int rows, int columns, long seed) {
        FeatureMatrix x = normal(rows, columns, 1, 0.5, seed);
        return times(x, normal(columns, columns, 1 / Math.sqrt(columns), 0, seed + 1));
    }

    /** The matrix product. */
    static FeatureMatrix times(FeatureMatrix x, FeatureMatrix map) {
        float[] values = new float[x.rows() * map.columns()];
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < map.columns(); j++) {
                double sum = 0;
                for (int k = 0; k < x.columns(); k++) {
                    sum += (double) x.at(i, k) * map.at(k, j);
                }
                values[i * map.columns() + j] = (float) sum;
            }
        }
        return new FeatureMatrix(x.rows(), map.columns(), values);
    }

    /** The same features with one number added to each column's values. */
    static FeatureMatrix shifted(FeatureMatrix x, float... shift) {
        float[] values = x.values().clone();
        for (int i = 0; i < values.length; i++) {
            values[i] += shift[i % x.columns()];
        }
        return new FeatureMatrix(x.rows(), x.columns(), values);
    }
}
