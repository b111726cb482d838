package io.slimgan.metrics.statistics;

import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.nn.engine.DoubleAlgebra;
import java.util.Arrays;

/**
 * Improved precision and recall (Kynkaanniemi et al. 2019; method D.7): each image has a ball that reaches to its k-th
 * nearest neighbour in its own set. Computed in blocks, so memory does not grow with the square of the sets.
 *
 * @param precision the share of generated images inside at least one real ball, in [0, 1]
 * @param recall the share of real images inside at least one generated ball, in [0, 1]
 */
public record PrecisionRecall(double precision, double recall) {

    /**
     * Both at once; time grows with the square of the sets.
     *
     * @param real (n, d) with n above k
     * @param fake (m, d) with m above k
     * @param k 3 in the papers
     * @throws io.slimgan.base.UserError if a set is too small, the numbers of features differ or one is not finite
     */
    public static PrecisionRecall of(FeatureMatrix real, FeatureMatrix fake, int k) {
        if (k < 1) {
            throw new IllegalArgumentException(
                    "The neighbour that gives the radius is the first or later, not " + k + ".");
        }
        Checks.sameColumns(real.columns(), fake.columns());
        Checks.atLeast(Math.min(real.rows(), fake.rows()), k + 1, "Precision and recall with k = " + k);
        Checks.finite(real, "the real set");
        Checks.finite(fake, "the generated set");
        try (DoubleAlgebra algebra = DoubleAlgebra.open()) {
            double[] realRadii = radii(new Distances(real, real, algebra), k);
            double[] fakeRadii = radii(new Distances(fake, fake, algebra), k);
            boolean[] realInside = new boolean[real.rows()];
            boolean[] fakeInside = new boolean[fake.rows()];
            new Distances(real, fake, algebra).forEachPair((i, j, squared) -> {
                fakeInside[j] |= squared <= realRadii[i];
                realInside[i] |= squared <= fakeRadii[j];
            });
            return new PrecisionRecall(share(fakeInside), share(realInside));
        }
    }

    /** The harmonic mean of both, F = 2PR / max(1e-5, P + R). */
    public double f() {
        return 2 * precision * recall / Math.max(1e-5, precision + recall);
    }

    /** The squared distance of each row to its k-th nearest other row. */
    private static double[] radii(Distances own, int k) {
        Nearest nearest = new Nearest(own.rows(), k);
        own.forEachPair((i, j, squared) -> {
            if (i != j) {
                nearest.offer(i, squared);
            }
        });
        return nearest.furthest();
    }

    private static double share(boolean[] inside) {
        int count = 0;
        for (boolean one : inside) {
            count += one ? 1 : 0;
        }
        return (double) count / inside.length;
    }

    /** The k smallest numbers that each row was offered, ascending. */
    private static final class Nearest {
        private final int k;
        private final double[] smallest;

        Nearest(int rows, int k) {
            this.k = k;
            this.smallest = new double[rows * k];
            Arrays.fill(smallest, Double.POSITIVE_INFINITY);
        }

        void offer(int row, double value) {
            int first = row * k;
            int at = first + k - 1;
            if (value >= smallest[at]) {
                return;
            }
            for (; at > first && smallest[at - 1] > value; at--) {
                smallest[at] = smallest[at - 1];
            }
            smallest[at] = value;
        }

        double[] furthest() {
            double[] furthest = new double[smallest.length / k];
            for (int row = 0; row < furthest.length; row++) {
                furthest[row] = smallest[row * k + k - 1];
            }
            return furthest;
        }
    }
}
