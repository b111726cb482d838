package io.slimgan.cli;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MetricValue;
import io.slimgan.runs.evaluations.ValueJson;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

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

    private static ObjectNode object(Evaluation evaluation, MetricValue value) {
        ObjectNode json = JsonMapper.shared().createObjectNode();
        json.put("subject", evaluation.subject());
        evaluation.step().ifPresent(step -> json.put("step", step));
        ValueJson.ofLines().write(value, json, to -> width(value, to), to -> {
            if (value.metric() == Metric.MIC) {
                evaluation
                        .consistency()
                        .ifPresent(c -> to.putArray("interval").add(c.low()).add(c.high()));
            }
        });
        return json;
    }

    /** One width as a number, several as a list, {@code real} of real images; null of a folder's or file's, which have none. */
    private static void width(MetricValue value, ObjectNode json) {
        List<Double> widths = value.widths().stream().map(Width::multiplier).toList();
        if (widths.size() == 1) {
            json.put("width", widths.get(0));
        } else if (!widths.isEmpty()) {
            ArrayNode list = json.putArray("width");
            widths.forEach(width -> list.add(width.doubleValue()));
        } else if (EvaluationTable.isOfReal(value)) {
            json.put("width", "real");
        } else {
            json.putNull("width");
        }
    }
}
