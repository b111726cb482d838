package io.slimgan.session;

import io.slimgan.base.UserError;
import io.slimgan.config.Metric;
import io.slimgan.metrics.evaluation.Feasibility;
import io.slimgan.metrics.evaluation.UnmeasurableError;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a report's figures of one run: all metrics in one measurement, so that images and features are made once and one
 * file keeps the result; what cannot be measured is left out with a remark, but not what compares widths, which a report
 * is about. For a background thread.
 */
final class ReportMeasuring {

    private static final Logger LOG = LoggerFactory.getLogger(ReportMeasuring.class);

    private final Function<List<Metric>, Evaluation> measure;

    /** @param measure measures these metrics at once and waits for them; throws a {@link UserError} where it cannot */
    ReportMeasuring(Function<List<Metric>, Evaluation> measure) {
        this.measure = measure;
    }

    /** Figures, and a sentence for each that is missing. */
    record Measured(List<MetricValue> values, Optional<Consistency> consistency, List<String> remarks) {

        static Measured nothing() {
            return new Measured(List.of(), Optional.empty(), List.of());
        }

        private Measured and(Measured other) {
            return new Measured(
                    Stream.concat(values.stream(), other.values.stream()).toList(),
                    consistency.or(other::consistency),
                    Stream.concat(remarks.stream(), other.remarks.stream()).toList());
        }
    }

    /** @throws UserError if what compares widths cannot be measured */
    Measured of(List<Metric> metrics) {
        if (metrics.isEmpty()) {
            return Measured.nothing();
        }
        try {
            Evaluation all = measure.apply(metrics);
            List<MetricValue> values = all.values().stream()
                    .filter(v -> metrics.contains(v.metric()))
                    .toList();
            return new Measured(values, all.consistency(), List.of());
        } catch (UnmeasurableError some) {
            return without(some.metrics(), metrics, some);
        } catch (UserError e) {
            return without(Set.copyOf(metrics), metrics, e);
        }
    }

    /** The others are asked again, those that compare widths by themselves where it is not known what is wrong. */
    private Measured without(Set<Metric> refused, List<Metric> metrics, UserError why) {
        List<Metric> others = new ArrayList<>(metrics);
        others.removeAll(refused);
        boolean comparing = refused.stream().anyMatch(Feasibility::comparesWidths);
        if (comparing && (!others.isEmpty() || onlyComparing(refused))) {
            throw why;
        }
        if (comparing) {
            List<Metric> compared =
                    metrics.stream().filter(Feasibility::comparesWidths).toList();
            List<Metric> rest =
                    metrics.stream().filter(m -> !Feasibility.comparesWidths(m)).toList();
            return of(compared).and(of(rest));
        }
        String names =
                metrics.stream().filter(refused::contains).map(Metric::label).collect(Collectors.joining(", "));
        LOG.info("{}: left out.", names, why);
        return new Measured(List.of(), Optional.empty(), List.of("Without " + names + ": " + why.sentence()))
                .and(of(others));
    }

    private static boolean onlyComparing(Set<Metric> metrics) {
        return metrics.stream().allMatch(Feasibility::comparesWidths);
    }
}
