package io.slimgan.metrics.evaluation;

import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.EvaluationStore;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What of a plan was measured before, and what is missing. For the measuring thread. */
final class KnownValues {

    private final List<MetricValue> values = new ArrayList<>();
    private final Set<Metric> missing = EnumSet.noneOf(Metric.class);
    private Optional<Consistency> consistency = Optional.empty();

    /**
     * @param known the oldest first
     * @param weights of the subject
     * @param content of the real images
     */
    KnownValues(List<Evaluation> known, String weights, String content, Protocols protocols) {
        for (Metric metric : protocols.plan().metrics()) {
            MeasuringProtocol protocol = protocols.of(metric);
            Optional<Evaluation> found = EvaluationStore.measured(known, weights, content, metric, protocol);
            if (found.isPresent()) {
                take(found.get(), metric, protocol, protocols.ofReal(metric));
            } else {
                missing.add(metric);
            }
        }
    }

    private void take(Evaluation found, Metric metric, MeasuringProtocol protocol, MeasuringProtocol ofReal) {
        if (Feasibility.comparesWidths(metric)) {
            consistency = consistency.or(found::consistency);
        }
        for (MetricValue value : found.values()) {
            boolean same = value.protocol().equals(protocol) || value.protocol().equals(ofReal);
            if (value.metric() == metric && same) {
                values.add(value);
            }
        }
    }

    List<MetricValue> values() {
        return values;
    }

    Set<Metric> missing() {
        return missing;
    }

    Optional<Consistency> consistency() {
        return consistency;
    }
}
