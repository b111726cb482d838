package io.slimgan.metrics.evaluation;

import io.slimgan.config.Metric;
import io.slimgan.metrics.features.FeatureNetwork;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Says before anything is computed what cannot be. Pure functions. */
public final class Feasibility {

    private static final Set<Metric> AGAINST_REAL =
            EnumSet.of(Metric.FID, Metric.FID_INFINITY, Metric.KID, Metric.PRECISION, Metric.RECALL);
    private static final Set<Metric> OF_STATISTICS = EnumSet.of(Metric.FID, Metric.FID_INFINITY);
    private static final Set<Metric> BETWEEN_WIDTHS = EnumSet.of(Metric.MIC, Metric.IC);

    private Feasibility() {}

    /** Whether a metric cannot do without real images. */
    public static boolean needsReal(Metric metric) {
        return AGAINST_REAL.contains(metric);
    }

    /** Whether a metric compares widths. */
    public static boolean comparesWidths(Metric metric) {
        return BETWEEN_WIDTHS.contains(metric);
    }

    /** Whether a metric looks at real images where there are some: all but those of generated images alone. */
    public static boolean looksAtReal(Metric metric) {
        return needsReal(metric) || metric == Metric.VOL;
    }

    /** @throws UnmeasurableError naming the metric that cannot be measured so, why, and what can be done */
    static void require(Metric metric, Subject subject, Optional<Reference> against, Optional<FeatureNetwork> network) {
        if (needsReal(metric) && against.isEmpty()) {
            throw refusal(metric, subject, "there is nothing to hold it against; name images by --against");
        }
        if (against.orElse(null) instanceof Reference.Statistics file
                && needsReal(metric)
                && !OF_STATISTICS.contains(metric)) {
            throw refusal(
                    metric,
                    subject,
                    file.name() + " holds no more than mean and covariance, enough for FID; name images");
        }
        if (subject instanceof Subject.Statistics && metric != Metric.FID) {
            throw refusal(metric, subject, "it holds no more than mean and covariance, enough for FID");
        }
        if (metric == Metric.IS && network.filter(n -> !n.hasLogits()).isPresent()) {
            throw refusal(metric, subject, "the feature network gives no logits; name a complete file of weights");
        }
        int widths = subject instanceof Subject.Generators g ? g.widths().size() : 1;
        if (comparesWidths(metric) && widths < 2) {
            throw refusal(metric, subject, "it compares widths, and there is one; name the individual runs together");
        }
    }

    private static UnmeasurableError refusal(Metric metric, Subject subject, String why) {
        return new UnmeasurableError(
                Set.of(metric), metric.label() + " of " + subject.name() + " cannot be measured: " + why + ".");
    }
}
