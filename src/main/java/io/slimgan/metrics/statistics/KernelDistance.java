package io.slimgan.metrics.statistics;

import io.slimgan.base.UserError;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.nn.engine.DoubleAlgebra;

/**
 * The kernel distance, KID (Binkowski et al. 2018; method D.6): the unbiased squared maximum mean discrepancy under the
 * kernel (x'y / d + 1)^3. Being unbiased it may be slightly negative. Computed in blocks, so memory does not grow with
 * the square of the sets.
 */
public final class KernelDistance {

    private static final int BLOCK = 1000;

    private KernelDistance() {}

    /**
     * Over all pairs of both sets, which may differ in size; time grows with the square of it.
     *
     * @param a (n, d)
     * @param b (m, d)
     * @throws UserError if a set has fewer than two images, the numbers of features differ or one is not finite
     */
    public static double whole(FeatureMatrix a, FeatureMatrix b) {
        check(a, b);
        try (DoubleAlgebra algebra = DoubleAlgebra.open()) {
            return between(a, b, algebra);
        }
    }

    /**
     * torch-fidelity's protocol (100 subsets of 1000, seed 2020): each round draws from the first set, then from the
     * second, without replacement, from one generator.
     *
     * @param a (n, d)
     * @param b (m, d)
     * @param seed of {@link NumpyRandom}
     * @return mean and population deviation over the subsets
     * @throws UserError also if the subsets are larger than a set: a smaller subset is another protocol, for which
     *     {@link #largestSubset} asks on purpose
     */
    public static MeanAndStd subsets(FeatureMatrix a, FeatureMatrix b, int subsets, int size, int seed) {
        check(a, b);
        if (size < 2 || size > Math.min(a.rows(), b.rows())) {
            throw new UserError("KID subsets of " + size + " images cannot be drawn from sets of " + a.rows() + " and "
                    + b.rows() + "; take subsets of 2 to " + Math.min(a.rows(), b.rows()) + " or more samples.");
        }
        if (subsets < 1) {
            throw new UserError("KID needs at least 1 subset, not " + subsets + ".");
        }
        NumpyRandom random = new NumpyRandom(seed);
        double[] values = new double[subsets];
        try (DoubleAlgebra algebra = DoubleAlgebra.open()) {
            for (int i = 0; i < subsets; i++) {
                FeatureMatrix first = a.pick(random.choice(a.rows(), size));
                FeatureMatrix second = b.pick(random.choice(b.rows(), size));
                values[i] = between(first, second, algebra);
            }
        }
        return MeanAndStd.of(values);
    }

    /** The wanted subset size, or the largest that both sets allow if that is less: a result must state it. */
    public static int largestSubset(FeatureMatrix a, FeatureMatrix b, int wanted) {
        return Math.min(wanted, Math.min(a.rows(), b.rows()));
    }

    private static void check(FeatureMatrix a, FeatureMatrix b) {
        Checks.sameColumns(a.columns(), b.columns());
        Checks.atLeast(Math.min(a.rows(), b.rows()), 2, "KID");
        Checks.finite(a, "the first set");
        Checks.finite(b, "the second set");
    }

    private static double between(FeatureMatrix a, FeatureMatrix b, DoubleAlgebra algebra) {
        double crossed = 0;
        for (int i = 0; i < a.rows(); i += BLOCK) {
            for (int j = 0; j < b.rows(); j += BLOCK) {
                crossed += sum(kernels(a, i, b, j, algebra));
            }
        }
        return within(a, algebra) + within(b, algebra) - 2 * crossed / a.rows() / b.rows();
    }

    /** The mean kernel over pairs of different rows. */
    private static double within(FeatureMatrix x, DoubleAlgebra algebra) {
        double total = 0;
        for (int i = 0; i < x.rows(); i += BLOCK) {
            for (int j = i; j < x.rows(); j += BLOCK) {
                double[] kernels = kernels(x, i, x, j, algebra);
                double sum = sum(kernels);
                if (i == j) {
                    int size = Math.min(BLOCK, x.rows() - i);
                    for (int k = 0; k < size; k++) {
                        sum -= kernels[k * size + k];
                    }
                }
                total += i == j ? sum : 2 * sum;
            }
        }
        return total / x.rows() / (x.rows() - 1);
    }

    private static double[] kernels(FeatureMatrix a, int fromA, FeatureMatrix b, int fromB, DoubleAlgebra algebra) {
        Checks.notCancelled();
        int countA = Math.min(BLOCK, a.rows() - fromA);
        int countB = Math.min(BLOCK, b.rows() - fromB);
        double[] values = algebra.products(a.values(), fromA, countA, b.values(), fromB, countB, a.columns());
        for (int i = 0; i < values.length; i++) {
            double linear = values[i] / a.columns() + 1;
            values[i] = linear * linear * linear;
        }
        return values;
    }

    private static double sum(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum;
    }
}
