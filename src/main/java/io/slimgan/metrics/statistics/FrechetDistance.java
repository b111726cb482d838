package io.slimgan.metrics.statistics;

import io.slimgan.nn.engine.DoubleAlgebra;

/**
 * The Fréchet distance of two Gaussians, FID on features (Heusel et al. 2017; method D.3): |m1 - m2|^2 + tr S1 + tr S2 -
 * 2 tr (S1 S2)^(1/2).
 *
 * <p>The last trace is the sum of the square roots of the eigenvalues of F'S2F with S1 = FF': a symmetric decomposition
 * in double precision, which is real, stable, and right also where there are fewer images than features. No matrix square
 * root, which fails on such covariances, and nothing added to their diagonals.
 */
public final class FrechetDistance {

    private FrechetDistance() {}

    /**
     * The distance; a rounding error below zero is possible where both are the same.
     *
     * @param a moments of d features
     * @param b moments of as many
     * @throws io.slimgan.base.UserError if the moments have different numbers of features
     */
    public static double between(Moments a, Moments b) {
        Checks.sameColumns(a.dimensions(), b.dimensions());
        try (DoubleAlgebra algebra = DoubleAlgebra.open()) {
            return between(a, factor(a, algebra), b, algebra);
        }
    }

    static double[] factor(Moments a, DoubleAlgebra algebra) {
        return algebra.factor(a.covariance(), a.dimensions());
    }

    /** The distance where the factor of the first covariance is known already. */
    static double between(Moments a, double[] factorOfA, Moments b, DoubleAlgebra algebra) {
        double shift = 0;
        for (int i = 0; i < a.dimensions(); i++) {
            double gap = a.mean()[i] - b.mean()[i];
            shift += gap * gap;
        }
        double roots = 0;
        for (double eigenvalue : algebra.eigenvalues(factorOfA, b.covariance(), a.dimensions())) {
            roots += Math.sqrt(Math.max(eigenvalue, 0));
        }
        return shift + a.trace() + b.trace() - 2 * roots;
    }
}
