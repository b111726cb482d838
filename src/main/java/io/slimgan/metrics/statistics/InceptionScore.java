package io.slimgan.metrics.statistics;

import io.slimgan.base.UserError;
import io.slimgan.metrics.features.FeatureMatrix;

/**
 * The Inception Score (Salimans et al. 2016; method D.4): exp of the mean divergence of p(y|x) from p(y), per split, in
 * double precision.
 */
public final class InceptionScore {

    private InceptionScore() {}

    /**
     * The score of images in their given order, as its authors take it.
     *
     * @param logits (n, classes), without the classifier's bias
     * @param splits how many parts are scored on their own; 10 in the papers
     * @return mean and population deviation over the splits
     * @throws UserError if there are fewer images than splits or a logit is not finite
     */
    public static MeanAndStd of(FeatureMatrix logits, int splits) {
        int[] order = new int[logits.rows()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        return of(logits, splits, order);
    }

    /**
     * The score after torch-fidelity's shuffle, which changes the third or fourth digit.
     *
     * @param logits (n, classes), without the classifier's bias
     * @param splits how many parts are scored on their own
     * @param seed of {@link NumpyRandom}; 2020 in torch-fidelity
     * @return mean and population deviation over the splits
     * @throws UserError if there are fewer images than splits or a logit is not finite
     */
    public static MeanAndStd shuffled(FeatureMatrix logits, int splits, int seed) {
        return of(logits, splits, new NumpyRandom(seed).permutation(logits.rows()));
    }

    private static MeanAndStd of(FeatureMatrix logits, int splits, int[] order) {
        if (splits < 1 || logits.rows() < splits) {
            throw new UserError("The Inception Score needs at least 1 split and 1 image per split, not " + splits
                    + " splits of " + logits.rows() + " images; take more samples or fewer splits.");
        }
        Checks.finite(logits, "the logits");
        double[] scores = new double[splits];
        for (int i = 0; i < splits; i++) {
            int from = (int) ((long) i * order.length / splits);
            int to = (int) ((long) (i + 1) * order.length / splits);
            scores[i] = score(logits, order, from, to);
        }
        return MeanAndStd.of(scores);
    }

    /** exp(mean_x sum_y p log p - sum_y q log q) with q the mean of p: the same as the divergence, in one pass. */
    private static double score(FeatureMatrix logits, int[] order, int from, int to) {
        int classes = logits.columns();
        double[] marginal = new double[classes];
        double[] p = new double[classes];
        double negentropy = 0;
        for (int i = from; i < to; i++) {
            negentropy += softmax(logits, order[i], p);
            for (int y = 0; y < classes; y++) {
                marginal[y] += p[y];
            }
        }
        double divergence = negentropy / (to - from);
        for (double sum : marginal) {
            double q = sum / (to - from);
            divergence -= q > 0 ? q * Math.log(q) : 0;
        }
        return Math.exp(divergence);
    }

    /** Fills in p and gives its sum of p log p, where 0 log 0 is 0. */
    private static double softmax(FeatureMatrix logits, int row, double[] p) {
        int at = row * p.length;
        double largest = Double.NEGATIVE_INFINITY;
        for (int y = 0; y < p.length; y++) {
            largest = Math.max(largest, logits.values()[at + y]);
        }
        double sum = 0;
        for (int y = 0; y < p.length; y++) {
            p[y] = Math.exp(logits.values()[at + y] - largest);
            sum += p[y];
        }
        double logSum = Math.log(sum);
        double negentropy = 0;
        for (int y = 0; y < p.length; y++) {
            p[y] /= sum;
            negentropy += p[y] * (logits.values()[at + y] - largest - logSum);
        }
        return negentropy;
    }
}
