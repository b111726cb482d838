package io.slimgan.metrics.statistics;

import io.slimgan.base.UserError;
import io.slimgan.metrics.features.FeatureMatrix;
import java.util.Arrays;
import java.util.List;

/**
 * Inception Consistency (Hou et al. 2021; method D.5): IC(i, j) is the mean over latents of the squared distance between
 * the features of widths i and j, summed over the features; mIC is its mean over pairs of widths. Small is consistent.
 *
 * @param matrix (widths, widths), symmetric, zero on the diagonal
 * @param mean mIC
 * @param perLatent squared distances by pair and latent, pairs in the order (0,1), (0,2), ... (1,2), ...
 */
public record InceptionConsistency(double[][] matrix, double mean, double[][] perLatent) {

    /**
     * An interval around a figure.
     *
     * @param low its lower end
     * @param high its upper end
     */
    public record Interval(double low, double high) {}

    /**
     * The consistency of all pairs of widths, in double precision.
     *
     * @param byWidth for each of at least two widths the features (latents, d) of the same latents (and labels)
     * @throws UserError if a feature is not finite or shapes differ
     */
    public static InceptionConsistency of(List<FeatureMatrix> byWidth) {
        check(byWidth);
        int widths = byWidth.size();
        double[][] matrix = new double[widths][widths];
        double[][] perLatent = new double[widths * (widths - 1) / 2][];
        double sum = 0;
        int pair = 0;
        for (int i = 0; i < widths; i++) {
            for (int j = i + 1; j < widths; j++) {
                double[] distances = distances(byWidth.get(i), byWidth.get(j));
                double mean = MeanAndStd.of(distances).mean();
                matrix[i][j] = mean;
                matrix[j][i] = mean;
                sum += mean;
                perLatent[pair++] = distances;
            }
        }
        return new InceptionConsistency(matrix, sum / pair, perLatent);
    }

    private static void check(List<FeatureMatrix> byWidth) {
        if (byWidth.size() < 2) {
            throw new UserError("Consistency compares at least 2 widths, not " + byWidth.size() + ".");
        }
        FeatureMatrix first = byWidth.get(0);
        Checks.atLeast(first.rows(), 1, "Consistency");
        for (int i = 0; i < byWidth.size(); i++) {
            Checks.sameColumns(first.columns(), byWidth.get(i).columns());
            if (byWidth.get(i).rows() != first.rows()) {
                throw new UserError(
                        "Consistency needs the same latents at all widths, but the first has " + first.rows()
                                + " and width number " + (i + 1) + " has "
                                + byWidth.get(i).rows() + ".");
            }
            Checks.finite(byWidth.get(i), "width number " + (i + 1));
        }
    }

    private static double[] distances(FeatureMatrix a, FeatureMatrix b) {
        double[] distances = new double[a.rows()];
        for (int row = 0; row < distances.length; row++) {
            int at = row * a.columns();
            for (int k = at; k < at + a.columns(); k++) {
                double gap = (double) a.values()[k] - b.values()[k];
                distances[row] += gap * gap;
            }
        }
        return distances;
    }

    /** The number of latents. */
    public int latents() {
        return perLatent[0].length;
    }

    /** The mean over the pairs of widths of each latent's squared distances: its own mIC. */
    public double[] byLatent() {
        double[] means = new double[latents()];
        for (double[] pair : perLatent) {
            for (int i = 0; i < means.length; i++) {
                means[i] += pair[i] / perLatent.length;
            }
        }
        return means;
    }

    /**
     * The percentile bootstrap interval of mIC (Efron 1979): latents are drawn again with replacement; widths are not,
     * they are what is asked about.
     *
     * @param level such as 0.95
     * @param resamples such as 1000, at least 1
     * @param seed of {@link NumpyRandom}; the same gives the same interval
     */
    public Interval bootstrapInterval(double level, int resamples, int seed) {
        if (!(level > 0 && level < 1) || resamples < 1) {
            throw new IllegalArgumentException(
                    "A level in (0, 1) and at least 1 resample are needed, not " + level + " and " + resamples + ".");
        }
        double[] own = byLatent();
        NumpyRandom random = new NumpyRandom(seed);
        double[] means = new double[resamples];
        for (int i = 0; i < resamples; i++) {
            double sum = 0;
            for (int k = 0; k < own.length; k++) {
                sum += own[random.below(own.length)];
            }
            means[i] = sum / own.length;
        }
        Arrays.sort(means);
        return new Interval(quantile(means, (1 - level) / 2), quantile(means, (1 + level) / 2));
    }

    /** Linear between order statistics, NumPy's default. */
    private static double quantile(double[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
