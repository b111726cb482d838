package io.slimgan.metrics.statistics;

import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.nn.engine.DoubleAlgebra;

/**
 * FID without the bias that its finite number of images brings (Chong and Forsyth 2020; method D.3): FID at 15 equally
 * spaced numbers N of generated images, each a random subset of its own, fitted by least squares as a + b / N; a is what
 * an infinite number would give.
 *
 * @param value the intercept a
 * @param slope b, the bias at N is b / N; above zero but for noise
 * @param sizes the numbers of images, ascending
 * @param distances the FID at each
 */
public record FrechetAtInfinity(double value, double slope, int[] sizes, double[] distances) {

    /** The papers' smallest number of images. */
    public static final int SMALLEST = 5000;

    private static final int POINTS = 15;

    /**
     * Extrapolates from all generated images. With fewer than 10,000 of them the smallest subset is half of them, as
     * {@link #adapted} tells.
     *
     * @param real moments of the real set, which stay as they are
     * @param fake (n, d), n at least 30
     * @param seed of {@link NumpyRandom}, which draws the subsets in ascending order of size
     * @throws io.slimgan.base.UserError if there are fewer than 30 images, the numbers of features differ or one is not
     *     finite
     */
    public static FrechetAtInfinity of(Moments real, FeatureMatrix fake, int seed) {
        Checks.sameColumns(real.dimensions(), fake.columns());
        Checks.atLeast(fake.rows(), 2 * POINTS, "FID at infinity");
        int[] sizes = sizes(fake.rows());
        double[] distances = new double[POINTS];
        NumpyRandom random = new NumpyRandom(seed);
        try (DoubleAlgebra algebra = DoubleAlgebra.open()) {
            double[] factor = FrechetDistance.factor(real, algebra);
            for (int i = 0; i < POINTS; i++) {
                Checks.notCancelled();
                FeatureMatrix subset = fake.pick(random.choice(fake.rows(), sizes[i]));
                distances[i] = FrechetDistance.between(real, factor, Moments.of(subset, algebra), algebra);
            }
        }
        return fit(sizes, distances);
    }

    /** Whether there were too few images for the papers' smallest subset, which deserves a warning. */
    public boolean adapted() {
        return sizes[0] < SMALLEST;
    }

    private static int[] sizes(int most) {
        int least = Math.min(SMALLEST, most / 2);
        double step = (most - least) / (POINTS - 1.0);
        int[] sizes = new int[POINTS];
        for (int i = 0; i < POINTS - 1; i++) {
            sizes[i] = (int) (least + i * step);
        }
        sizes[POINTS - 1] = most;
        return sizes;
    }

    /** Ordinary least squares of the distances against 1 / N. */
    static FrechetAtInfinity fit(int[] sizes, double[] distances) {
        int n = sizes.length;
        double x = 0;
        double y = 0;
        for (int i = 0; i < n; i++) {
            x += 1.0 / sizes[i] / n;
            y += distances[i] / n;
        }
        double across = 0;
        double along = 0;
        for (int i = 0; i < n; i++) {
            double gap = 1.0 / sizes[i] - x;
            along += gap * gap;
            across += gap * (distances[i] - y);
        }
        double slope = across / along;
        return new FrechetAtInfinity(y - slope * x, slope, sizes, distances);
    }
}
