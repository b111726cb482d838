package io.slimgan.metrics.evaluation;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.statistics.FrechetAtInfinity;
import io.slimgan.metrics.statistics.FrechetDistance;
import io.slimgan.metrics.statistics.InceptionConsistency;
import io.slimgan.metrics.statistics.InceptionScore;
import io.slimgan.metrics.statistics.KernelDistance;
import io.slimgan.metrics.statistics.Moments;
import io.slimgan.metrics.statistics.PrecisionRecall;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** From features to the numbers of one seed, by the papers' protocols. Pure functions. */
final class Figures {

    private static final int NEIGHBOURS = 3;
    private static final int SPLITS = 10;
    private static final int SUBSETS = 100;
    private static final int SUBSET_SIZE = 1000;
    private static final int SUBSET_SEED = 2020;

    private Figures() {}

    /**
     * @param rows one per width
     * @param real empty where none of the metrics needs it
     * @param consistency empty where none of the metrics needs it
     * @param seed of the subsets that an extrapolation draws
     */
    static List<Figure> of(
            Collection<Metric> metrics,
            List<MeasuredRow> rows,
            Optional<MeasuredRow> real,
            Optional<InceptionConsistency> consistency,
            int seed) {
        List<Figure> figures = new ArrayList<>();
        for (Metric metric : metrics) {
            switch (metric) {
                case FID, FID_INFINITY, KID, IS -> rows.forEach(row -> figures.add(ofOne(metric, row, real, seed)));
                case VOL -> sharpness(rows, real, figures);
                case PRECISION, RECALL, MIC, IC -> {} // of one calculation each, below
            }
        }
        if (metrics.contains(Metric.PRECISION) || metrics.contains(Metric.RECALL)) {
            manifold(metrics, rows, features(real), figures);
        }
        consistency.ifPresent(c -> consistency(metrics, rows, c, figures));
        return figures;
    }

    private static Figure ofOne(Metric metric, MeasuredRow row, Optional<MeasuredRow> real, int seed) {
        return switch (metric) {
            case FID -> {
                Moments fake = row.moments().orElseThrow();
                Moments held = real.flatMap(MeasuredRow::moments).orElseThrow();
                yield Figure.of(metric, row.widths(), FrechetDistance.between(held, fake))
                        .warned(fewerThanFeatures(fake, held));
            }
            case FID_INFINITY ->
                atInfinity(row, real.flatMap(MeasuredRow::moments).orElseThrow(), seed);
            case KID -> kernel(row, features(real));
            case IS ->
                Figure.of(metric, row.widths(), InceptionScore.of(row.logits().orElseThrow(), SPLITS));
            default -> throw new IllegalArgumentException(metric + " is not of one width alone.");
        };
    }

    private static FeatureMatrix features(Optional<MeasuredRow> row) {
        return row.flatMap(MeasuredRow::features).orElseThrow();
    }

    private static Figure kernel(MeasuredRow row, FeatureMatrix real) {
        FeatureMatrix fake = row.features().orElseThrow();
        if (Math.min(fake.rows(), real.rows()) <= SUBSET_SIZE) {
            return Figure.of(Metric.KID, row.widths(), KernelDistance.whole(fake, real));
        }
        return Figure.of(
                Metric.KID, row.widths(), KernelDistance.subsets(fake, real, SUBSETS, SUBSET_SIZE, SUBSET_SEED));
    }

    private static Figure atInfinity(MeasuredRow row, Moments real, int seed) {
        FrechetAtInfinity fitted = FrechetAtInfinity.of(real, row.features().orElseThrow(), seed);
        Optional<String> warning = fitted.adapted()
                ? Optional.of("The extrapolation begins at " + fitted.sizes()[0] + " images instead of "
                        + FrechetAtInfinity.SMALLEST + ", because there are so few.")
                : Optional.empty();
        return Figure.of(Metric.FID_INFINITY, row.widths(), fitted.value()).warned(warning);
    }

    private static Optional<String> fewerThanFeatures(Moments fake, Moments real) {
        if (!fake.fewerImagesThanDimensions() && !real.fewerImagesThanDimensions()) {
            return Optional.empty();
        }
        long fewest = fake.fewerImagesThanDimensions() ? fake.count() : real.count();
        return Optional.of(String.format(
                Locale.ROOT,
                "There are fewer images (%,d) than features (%,d): the value is far too high, and comparable only with"
                        + " one of as many images.",
                fewest,
                fake.dimensions()));
    }

    private static void sharpness(List<MeasuredRow> rows, Optional<MeasuredRow> real, List<Figure> figures) {
        for (MeasuredRow row : rows) {
            figures.add(Figure.of(Metric.VOL, row.widths(), row.sharpness().orElseThrow()));
        }
        real.map(MeasuredRow::sharpness)
                .filter(known -> known.isPresent())
                .ifPresent(known -> figures.add(
                        Figure.of(Metric.VOL, List.of(), known.getAsDouble()).ofReal()));
    }

    /** Precision and recall, of which one or both may be asked. */
    private static void manifold(
            Collection<Metric> metrics, List<MeasuredRow> rows, FeatureMatrix real, List<Figure> figures) {
        for (MeasuredRow row : rows) {
            PrecisionRecall both = PrecisionRecall.of(real, row.features().orElseThrow(), NEIGHBOURS);
            if (metrics.contains(Metric.PRECISION)) {
                figures.add(Figure.of(Metric.PRECISION, row.widths(), both.precision()));
            }
            if (metrics.contains(Metric.RECALL)) {
                figures.add(Figure.of(Metric.RECALL, row.widths(), both.recall()));
            }
        }
    }

    /** The mean over the pairs of widths, and each pair. */
    private static void consistency(
            Collection<Metric> metrics,
            List<MeasuredRow> rows,
            InceptionConsistency consistency,
            List<Figure> figures) {
        if (metrics.contains(Metric.MIC)) {
            List<Width> all =
                    rows.stream().flatMap(row -> row.widths().stream()).toList();
            figures.add(Figure.of(Metric.MIC, all, consistency.mean()));
        }
        for (int i = 0; metrics.contains(Metric.IC) && i < rows.size(); i++) {
            for (int j = i + 1; j < rows.size(); j++) {
                List<Width> pair = List.of(
                        rows.get(i).widths().get(0), rows.get(j).widths().get(0));
                figures.add(Figure.of(Metric.IC, pair, consistency.matrix()[i][j]));
            }
        }
    }
}
