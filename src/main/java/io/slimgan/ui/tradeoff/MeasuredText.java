package io.slimgan.ui.tradeoff;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import io.slimgan.ui.common.Formats;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Measured numbers in words. */
final class MeasuredText {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);
    private static final int HASH_SHOWN = 12;

    private MeasuredText() {}

    /** The value with its deviation where it has one: {@code 24.31 ± 0.42}. */
    static String value(MetricValue value) {
        String text = Formats.figure(value.value());
        return value.std().isPresent()
                ? text + " ± " + Formats.figureLike(value.std().getAsDouble(), value.value())
                : text;
    }

    /** Everything that decided a value, for the tool tip of its cell. */
    static String protocol(MetricValue value) {
        List<String> lines = new ArrayList<>();
        lines.add(value.name() + of(value) + ": " + value(value));
        lines.addAll(protocolLines(value));
        value.warning().ifPresent(lines::add);
        if (!value.protocol().comparable() && !value.protocol().features().isEmpty()) {
            lines.add(NOT_COMPARABLE);
        }
        return String.join("\n", lines);
    }

    /** What the star behind a metric's name means. */
    static final String NOT_COMPARABLE = "* These features are not the papers': compare the number with others of"
            + " the same features, never with papers.";

    private static String of(MetricValue value) {
        if (value.widths().isEmpty()) {
            return " of the real images";
        }
        return value.width()
                .map(width -> " at width " + width)
                .orElse(" over widths "
                        + value.widths().stream().map(Width::toString).collect(Collectors.joining(", ")));
    }

    private static List<String> protocolLines(MetricValue value) {
        MeasuringProtocol p = value.protocol();
        List<String> lines = new ArrayList<>();
        String generated = p.samples() > 0 ? Formats.count(p.samples()) + " generated" : "";
        String real = p.realSamples() > 0 ? Formats.count(p.realSamples()) + " real" : "";
        lines.add("Samples: " + generated + (generated.isEmpty() || real.isEmpty() ? "" : " against ") + real);
        if (!p.against().isEmpty()) {
            lines.add("Real images: " + p.against() + (p.split().isEmpty() ? "" : ", " + p.split()));
        }
        if (!p.features().isEmpty()) {
            String hash = p.featuresHash();
            String shown = hash.length() > HASH_SHOWN ? hash.substring(0, HASH_SHOWN) + "…" : hash;
            lines.add("Features: " + p.features() + (p.tap() > 0 ? ", tap " + p.tap() : "")
                    + (shown.isEmpty() ? "" : ", SHA-256 " + shown));
            lines.add("Preprocessing: " + p.preprocessing().code());
        }
        lines.add("Quantisation: " + p.quantisation().code() + ", images of " + p.imageSize() + " × " + p.imageSize());
        lines.add(p.seeds() > 1 ? "Seeds: " + p.seeds() + ", from " + p.seed() + " on" : "Seed: " + p.seed());
        value.std().ifPresent(std -> lines.add("± is one standard deviation over " + spread(value)));
        return lines;
    }

    private static String spread(MetricValue value) {
        if (value.protocol().seeds() > 1) {
            return "the seeds.";
        }
        return value.metric() == Metric.KID ? "subsets." : "splits.";
    }

    /** An evaluation in the list of those there are: {@code Step 2,000 · 20 Nov 2026 16:05 · FID*-1k, mIC*-1k}. */
    static String title(Evaluation evaluation) {
        String step = evaluation.step().isPresent()
                ? "Step " + Formats.count(evaluation.step().getAsLong())
                : evaluation.subject();
        return step + "  ·  " + WHEN.format(evaluation.measured().atZone(ZoneId.systemDefault())) + "  ·  "
                + evaluation.values().stream()
                        .filter(value -> value.metric() != Metric.IC)
                        .map(MetricValue::name)
                        .distinct()
                        .collect(Collectors.joining(", "));
    }
}
