package io.slimgan.ui.scalars;

import io.slimgan.config.Metric;
import io.slimgan.ui.chart.ChartSpec;
import io.slimgan.ui.chart.ChartSpec.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The charts of measured quality: one for each metric as it was taken, told by the metric's name. */
final class QualityCharts {

    private static final String ID = "quality-";
    private static final String STAR = "*";

    private QualityCharts() {}

    /** The chart of a value's name such as {@code FID*-1k}. */
    static ChartSpec chart(String name) {
        Optional<Metric> metric = metric(name);
        String arrow = metric.map(Metric::better)
                .map(better -> switch (better) {
                    case LOWER -> " ↓";
                    case HIGHER -> " ↑";
                    case NEITHER -> "";
                })
                .orElse("");
        String code = metric.map(Metric::code).orElse("other");
        String tail = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return new ChartSpec(
                ID + code + "-" + tail, name + arrow, List.of(new Kind("value", help(name, metric))), false, false);
    }

    /** Whether a chart shows this metric. */
    static boolean isOf(ChartSpec chart, Metric metric) {
        return chart.id().startsWith(ID) && metric(chart.title()).equals(Optional.of(metric));
    }

    /** The order among themselves, from 0 to below 1; empty for any other chart. */
    static Optional<Double> rank(ChartSpec chart) {
        if (!chart.id().startsWith(ID)) {
            return Optional.empty();
        }
        double metrics = Metric.values().length + 1.0;
        return Optional.of(
                metric(chart.title()).map(m -> (m.ordinal() + 0.5) / metrics).orElse(0.99));
    }

    /** Names begin with the metric's label; FID is also the beginning of another one. */
    private static Optional<Metric> metric(String name) {
        return Arrays.stream(Metric.values())
                .filter(metric -> name.startsWith(metric.label()))
                .max(Comparator.comparingInt(metric -> metric.label().length()));
    }

    private static String help(String name, Optional<Metric> metric) {
        String what = metric.map(QualityCharts::meaning).orElse("A measured value");
        String star = name.contains(STAR)
                ? " The star: measured with the built-in feature network; compare it with other values of the same name,"
                        + " but not with papers."
                : "";
        String count = name.substring(name.lastIndexOf('-') + 1);
        return what + " Taken with " + count + " images of each width." + star;
    }

    private static String meaning(Metric metric) {
        return switch (metric) {
            case FID -> "Fréchet distance of generated to real images; lower is better.";
            case FID_INFINITY -> "Fréchet distance extrapolated to infinitely many images; lower is better.";
            case KID -> "Kernel distance of generated to real images; lower is better.";
            case IS -> "Inception score; higher is better.";
            case PRECISION -> "The share of generated images that look like real ones; higher is better.";
            case RECALL -> "The share of real images that the generator covers; higher is better.";
            case MIC ->
                "Mean inception consistency: how far the widths' images of the same latents lie apart; lower is"
                        + " better.";
            case IC ->
                "Inception consistency: how far two widths' images of the same latents lie apart; lower is better.";
            case VOL -> "Variance of the Laplacian, sharpness; right where it equals the real images'.";
        };
    }
}
