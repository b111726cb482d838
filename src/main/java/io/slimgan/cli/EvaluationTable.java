package io.slimgan.cli;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Measured values as a table for people: a row per width, a column per metric. */
final class EvaluationTable {

    private static final int LABEL = 10;

    private EvaluationTable() {}

    static String of(List<Evaluation> evaluations) {
        return evaluations.stream().map(EvaluationTable::of).collect(Collectors.joining("\n"));
    }

    private static String of(Evaluation evaluation) {
        StringBuilder text = new StringBuilder(evaluation.subject());
        evaluation.step().ifPresent(step -> text.append(", step ").append(step));
        text.append('\n').append(protocols(evaluation)).append('\n');
        List<MetricValue> ofRows = evaluation.values().stream()
                .filter(value -> value.widths().size() <= 1)
                .toList();
        if (!ofRows.isEmpty()) {
            rows(ofRows, evaluation.subject(), text);
        }
        for (MetricValue value : evaluation.values()) {
            if (value.widths().size() > 1) {
                together(value, evaluation, text);
            }
        }
        Set<String> warnings = new LinkedHashSet<>();
        evaluation
                .values()
                .forEach(value -> value.warning()
                        .ifPresent(w -> warnings.add(value.metric().label() + ": " + w)));
        warnings.addAll(deviations(evaluation));
        warnings.forEach(warning -> text.append("note  ").append(warning).append('\n'));
        return text.toString();
    }

    /** What the values share; each says the rest in its name. */
    private static String protocols(Evaluation evaluation) {
        Set<String> lines = new LinkedHashSet<>();
        for (MetricValue value : evaluation.values()) {
            MeasuringProtocol p = value.protocol();
            if (value.metric().onFeatures() && !p.features().isEmpty()) {
                String tap = p.tap() == 0 ? "logits" : p.tap() + " features";
                lines.add(p.features() + ", " + tap + ", " + p.preprocessing().code() + ", "
                        + p.quantisation().code() + (p.comparable() ? "" : "; * not comparable with papers"));
            }
        }
        for (MetricValue value : evaluation.values()) {
            MeasuringProtocol p = value.protocol();
            if (!p.against().isEmpty()) {
                lines.add("against " + p.against()
                        + (p.split().isEmpty()
                                ? ""
                                : " (" + p.split() + ", " + format("%,d", p.realSamples()) + " images)")
                        + ", seed " + p.seed()
                        + (p.seeds() == 1 ? "" : " to " + (p.seed() + p.seeds() - 1)));
            }
        }
        return lines.stream().map(line -> "  " + line + "\n").collect(Collectors.joining());
    }

    private static void rows(List<MetricValue> values, String subject, StringBuilder text) {
        Map<Metric, String> columns = new LinkedHashMap<>();
        Map<String, Map<Metric, String>> rows = new LinkedHashMap<>();
        for (MetricValue value : values) {
            columns.putIfAbsent(value.metric(), value.name());
            rows.computeIfAbsent(label(value, subject), l -> new LinkedHashMap<>())
                    .put(value.metric(), number(value));
        }
        Map<Metric, Integer> wide = new LinkedHashMap<>();
        columns.forEach((metric, name) -> {
            int widest = name.length();
            for (Map<Metric, String> row : rows.values()) {
                widest = Math.max(widest, row.getOrDefault(metric, "").length());
            }
            wide.put(metric, widest + 3);
        });
        int labels = -rows.keySet().stream().mapToInt(String::length).reduce(LABEL, Math::max);
        text.append(pad("width", labels));
        columns.forEach((metric, name) -> text.append(pad(name, wide.getOrDefault(metric, 0))));
        text.append('\n');
        rows.forEach((label, row) -> {
            text.append(pad(label, labels));
            wide.forEach((metric, width) -> text.append(pad(row.getOrDefault(metric, ""), width)));
            text.append('\n');
        });
    }

    private static String label(MetricValue value, String subject) {
        if (isOfReal(value)) {
            return "real";
        }
        // A file of statistics does not say of how many images it is.
        return value.width().map(Width::label).orElse(value.protocol().samples() == 0 ? subject : "images");
    }

    /** Of the real images themselves, which only their sharpness is; anything else is held against them. */
    static boolean isOfReal(MetricValue value) {
        return value.metric() == Metric.VOL
                && value.protocol().samples() == 0
                && value.protocol().realSamples() > 0;
    }

    /** What ± is over, where there is one. */
    private static Set<String> deviations(Evaluation evaluation) {
        Set<String> notes = new LinkedHashSet<>();
        for (MetricValue value : evaluation.values()) {
            if (value.std().isEmpty()) {
                continue;
            }
            int seeds = value.protocol().seeds();
            if (seeds > 1) {
                notes.add("± is the standard deviation over " + seeds + " seeds.");
            } else if (value.metric() == Metric.KID) {
                notes.add(value.metric().label() + "'s ± is the standard deviation over subsets of the images.");
            } else {
                notes.add(value.metric().label() + "'s ± is the standard deviation over splits of the images.");
            }
        }
        return notes;
    }

    private static void together(MetricValue value, Evaluation evaluation, StringBuilder text) {
        String widths = value.metric() == Metric.MIC
                ? ""
                : " " + value.widths().stream().map(Width::label).collect(Collectors.joining(" and "));
        text.append(value.name()).append(widths).append("  ").append(number(value));
        if (value.metric() == Metric.MIC && evaluation.consistency().isPresent()) {
            Consistency c = evaluation.consistency().get();
            text.append(format("  (95 %% interval %s to %s)", number(c.low()), number(c.high())));
        }
        text.append('\n');
    }

    private static String number(MetricValue value) {
        String std = value.std().isPresent() ? " ± " + number(value.std().getAsDouble()) : "";
        return number(value.value()) + std;
    }

    /** Four digits that count. */
    static String number(double value) {
        double size = Math.abs(value);
        int digits = size >= 1000 ? 0 : size >= 100 ? 1 : size >= 10 ? 2 : size >= 1 ? 3 : size >= 0.01 ? 4 : 6;
        return format("%." + digits + "f", value);
    }

    private static String pad(String text, int columns) {
        return format("%" + columns + "s", text);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
