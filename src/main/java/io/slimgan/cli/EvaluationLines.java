package io.slimgan.cli;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Measured values as JSON, one object per line. */
final class EvaluationLines {

    private EvaluationLines() {}

    static String of(List<Evaluation> evaluations) {
        StringBuilder lines = new StringBuilder();
        for (Evaluation evaluation : evaluations) {
            for (MetricValue value : evaluation.values()) {
                lines.append(JsonMapper.shared().writeValueAsString(object(evaluation, value)))
                        .append('\n');
            }
        }
        return lines.toString();
    }

    private static Map<String, @Nullable Object> object(Evaluation evaluation, MetricValue value) {
        MeasuringProtocol p = value.protocol();
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        json.put("subject", evaluation.subject());
        evaluation.step().ifPresent(step -> json.put("step", step));
        json.put("metric", value.metric().code());
        json.put("name", value.name());
        json.put("width", width(value));
        json.put("value", value.value());
        json.put("std", value.std().isPresent() ? value.std().getAsDouble() : null);
        json.put("n", p.samples());
        json.put("n_real", p.realSamples());
        json.put("features", p.features());
        json.put("features_hash", p.featuresHash());
        json.put("comparable", p.comparable());
        json.put("tap", p.tap());
        json.put("preprocessing", p.preprocessing().code());
        json.put("quantisation", p.quantisation().code());
        json.put("against", p.against());
        json.put("split", p.split());
        json.put("image_size", p.imageSize());
        json.put("seed", p.seed());
        json.put("seeds", p.seeds());
        if (value.metric() == Metric.MIC) {
            evaluation.consistency().ifPresent(c -> json.put("interval", List.of(c.low(), c.high())));
        }
        value.warning().ifPresent(warning -> json.put("warning", warning));
        return json;
    }

    /** One width as a number, several as a list, {@code real} of real images; null of a folder's or file's, which have none. */
    private static @Nullable Object width(MetricValue value) {
        List<Double> widths = value.widths().stream().map(Width::multiplier).toList();
        if (widths.isEmpty()) {
            return EvaluationTable.isOfReal(value) ? "real" : null;
        }
        return widths.size() == 1 ? widths.get(0) : widths;
    }
}
