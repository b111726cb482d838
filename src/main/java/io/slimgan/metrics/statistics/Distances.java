package io.slimgan.metrics.statistics;

import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.nn.engine.DoubleAlgebra;

/** Squared Euclidean distances between all rows of two sets, a block at a time. */
final class Distances {

    private static final int BLOCK = 1000;

    /**
     * |x|^2 + |y|^2 - 2 x'y leaves rounding noise of about this share of |x|^2 + |y|^2 where x = y. Below it a distance
     * is zero, or the balls of identical images, which a collapsed generator makes, would hold each other by chance.
     */
    private static final double NOISE = 1e-12;

    /** Takes the squared distance of row i of the first set and row j of the second. */
    interface Visitor {
        void visit(int i, int j, double squared);
    }

    private final FeatureMatrix a;
    private final FeatureMatrix b;
    private final DoubleAlgebra algebra;

    Distances(FeatureMatrix a, FeatureMatrix b, DoubleAlgebra algebra) {
        this.a = a;
        this.b = b;
        this.algebra = algebra;
    }

    /** Rows of the first set. */
    int rows() {
        return a.rows();
    }

    void forEachPair(Visitor visitor) {
        double[] normsA = norms(a);
        double[] normsB = a == b ? normsA : norms(b);
        for (int fromA = 0; fromA < a.rows(); fromA += BLOCK) {
            int countA = Math.min(BLOCK, a.rows() - fromA);
            for (int fromB = 0; fromB < b.rows(); fromB += BLOCK) {
                Checks.notCancelled();
                int countB = Math.min(BLOCK, b.rows() - fromB);
                double[] products = algebra.products(a.values(), fromA, countA, b.values(), fromB, countB, a.columns());
                for (int i = 0; i < countA; i++) {
                    for (int j = 0; j < countB; j++) {
                        double lengths = normsA[fromA + i] + normsB[fromB + j];
                        double squared = lengths - 2 * products[i * countB + j];
                        visitor.visit(fromA + i, fromB + j, squared > NOISE * lengths ? squared : 0);
                    }
                }
            }
        }
    }

    private static double[] norms(FeatureMatrix x) {
        double[] norms = new double[x.rows()];
        for (int row = 0; row < norms.length; row++) {
            for (int k = row * x.columns(); k < (row + 1) * x.columns(); k++) {
                norms[row] += (double) x.values()[k] * x.values()[k];
            }
        }
        return norms;
    }
}
