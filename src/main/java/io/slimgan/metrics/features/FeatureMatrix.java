package io.slimgan.metrics.features;

/**
 * Features of images: one row per image. The array is not copied; who makes one gives it away. Any thread may read.
 *
 * @param rows the number of images, n
 * @param columns the number of features, d
 * @param values (n, d), row-major, float32 as the network gives them; all sums over them are taken in double
 */
public record FeatureMatrix(int rows, int columns, float[] values) {

    public FeatureMatrix {
        if ((long) rows * columns != values.length) {
            throw new IllegalArgumentException(
                    rows + " rows of " + columns + " features are not " + values.length + " values.");
        }
    }

    /** One feature of an image; rows from 0 to n - 1, columns from 0 to d - 1. */
    public float at(int row, int column) {
        return values[row * columns + column];
    }

    /** Chosen rows, copied, in the order asked for. */
    public FeatureMatrix pick(int... which) {
        float[] picked = new float[which.length * columns];
        for (int i = 0; i < which.length; i++) {
            System.arraycopy(values, which[i] * columns, picked, i * columns, columns);
        }
        return new FeatureMatrix(which.length, columns, picked);
    }
}
