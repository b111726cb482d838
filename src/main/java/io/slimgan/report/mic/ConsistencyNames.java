package io.slimgan.report.mic;

import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.List;

/** What consistency is called among measured values. Pure functions. */
final class ConsistencyNames {

    private ConsistencyNames() {}

    /** Of the mean, with its marks, such as {@code mIC*-1k}. */
    static String mean(List<MetricValue> values) {
        return values.stream()
                .filter(v -> v.metric() == Metric.MIC)
                .map(MetricValue::name)
                .findFirst()
                .orElse(Metric.MIC.label());
    }

    /** Of a pair, with its marks, such as {@code IC*-1k}. */
    static String pair(List<MetricValue> values) {
        return mean(values).replaceFirst("^m", "");
    }

    /** {@code IC}, with a star where the features are not the papers'. */
    static String pairLabel(List<MetricValue> values) {
        return Metric.IC.label() + (mean(values).contains("*") ? "*" : "");
    }
}
