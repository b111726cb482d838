package io.slimgan.metrics.statistics;

import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.nn.engine.DoubleAlgebra;
import java.util.Arrays;

/**
 * Mean and covariance of features, all that FID knows of a set (Heusel et al. 2017; method D.3). Arrays are not copied.
 * Any thread may read.
 *
 * @param mean (d,)
 * @param covariance (d, d), row-major, divisor n - 1
 * @param count n, or 0 where a file of statistics does not say
 */
public record Moments(double[] mean, double[] covariance, long count) {

    /** Refuses shapes that do not fit each other and numbers that are not finite. */
    public Moments {
        if ((long) mean.length * mean.length != covariance.length) {
            throw new IllegalArgumentException(
                    "A mean of " + mean.length + " features does not fit a covariance of " + covariance.length + ".");
        }
        Checks.finite(mean, "mean");
        Checks.finite(covariance, "covariance");
    }

    /**
     * The moments of these features, in two passes in double precision: float32 sums are a known cause of FIDs that
     * disagree.
     *
     * @param features at least two rows
     * @throws io.slimgan.base.UserError if a feature is not finite or there are fewer than two rows
     */
    public static Moments of(FeatureMatrix features) {
        try (DoubleAlgebra algebra = DoubleAlgebra.open()) {
            return of(features, algebra);
        }
    }

    static Moments of(FeatureMatrix features, DoubleAlgebra algebra) {
        Checks.atLeast(features.rows(), 2, "A covariance");
        Checks.finite(features, "the set");
        double[] mean = mean(features);
        double[] covariance = algebra.scatter(features.values(), mean);
        for (int i = 0; i < covariance.length; i++) {
            covariance[i] /= features.rows() - 1;
        }
        return new Moments(mean, covariance, features.rows());
    }

    private static double[] mean(FeatureMatrix features) {
        int d = features.columns();
        double[] mean = new double[d];
        for (int row = 0; row < features.rows(); row++) {
            for (int column = 0; column < d; column++) {
                mean[column] += features.values()[row * d + column];
            }
        }
        Arrays.setAll(mean, i -> mean[i] / features.rows());
        return mean;
    }

    /** The number of features, d. */
    public int dimensions() {
        return mean.length;
    }

    /**
     * Whether the covariance cannot have full rank because there are too few images; FID is then computed all the same,
     * but it is strongly biased and deserves a warning. False where the number of images is unknown.
     */
    public boolean fewerImagesThanDimensions() {
        return count > 0 && count <= mean.length;
    }

    double trace() {
        double trace = 0;
        for (int i = 0; i < mean.length; i++) {
            trace += covariance[i * mean.length + i];
        }
        return trace;
    }
}
