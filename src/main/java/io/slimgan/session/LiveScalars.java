package io.slimgan.session;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.runs.BestCheckpoints.Best;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was measured on a run in training, as points of curves and as candidates for the best checkpoint. */
final class LiveScalars {

    private LiveScalars() {}

    /**
     * Values by tag: {@code quality/FID*-1k/0.25} of one width, {@code quality/IC*-1k/0.25-0.5} of two, and {@code
     * quality/mIC*-1k} of all.
     */
    static Map<String, Double> of(Evaluation evaluation) {
        Map<String, Double> points = new LinkedHashMap<>();
        for (MetricValue value : evaluation.values()) {
            if (Double.isFinite(value.value())) {
                points.put("quality/" + value.name() + suffix(value), value.value());
            }
        }
        return points;
    }

    private static String suffix(MetricValue value) {
        List<Width> widths = value.widths();
        if (widths.isEmpty() || value.metric() == Metric.MIC) {
            return "";
        }
        return "/" + widths.stream().map(Width::label).collect(Collectors.joining("-"));
    }

    /** The Fréchet distances by the widths' labels. */
    static Map<String, Best> candidates(long step, Evaluation evaluation) {
        Map<String, Best> candidates = new TreeMap<>();
        for (MetricValue value : evaluation.values()) {
            if (value.metric() == Metric.FID && value.width().isPresent() && Double.isFinite(value.value())) {
                candidates.put(
                        value.width().get().label(),
                        new Best(step, value.name(), protocol(value.protocol()), value.value()));
            }
        }
        return candidates;
    }

    /** All that must agree for two values to be comparable, in a line. */
    private static String protocol(MeasuringProtocol p) {
        return String.format(
                Locale.ROOT,
                "%s %.12s tap %d, %s, %s, %d against %d of %s %s at %d pixels, seed %d x %d",
                p.features(),
                p.featuresHash(),
                p.tap(),
                p.preprocessing().code(),
                p.quantisation().code(),
                p.samples(),
                p.realSamples(),
                p.against(),
                p.split(),
                p.imageSize(),
                p.seed(),
                p.seeds());
    }
}
