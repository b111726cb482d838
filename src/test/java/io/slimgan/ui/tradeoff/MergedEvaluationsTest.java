package io.slimgan.ui.tradeoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MergedEvaluationsTest {

    private static Evaluation only(Evaluation whole, Metric metric, int secondsLater) {
        List<MetricValue> values = whole.values().stream()
                .filter(value -> value.metric() == metric)
                .toList();
        return new Evaluation(
                whole.subject(),
                whole.step(),
                whole.weights(),
                metric == Metric.MIC ? "" : whole.against(),
                values,
                metric == Metric.MIC ? whole.consistency() : Optional.empty(),
                whole.version(),
                whole.measured().plusSeconds(secondsLater));
    }

    @Test
    void metricsOfOneCheckpointAndProtocolAreOne() {
        Evaluation whole = FakeMeasuring.evaluation(1000, false);
        Evaluation mic = only(whole, Metric.MIC, 3);
        List<Evaluation> merged = MergedEvaluations.of(
                List.of(only(whole, Metric.VOL, 4), mic, only(whole, Metric.KID, 2), only(whole, Metric.FID, 1)));

        assertThat(merged).hasSize(1);
        assertThat(merged.get(0).values()).containsExactlyInAnyOrderElementsOf(whole.values());
        assertThat(merged.get(0).consistency()).isEqualTo(whole.consistency());
        assertThat(merged.get(0).against()).isEqualTo("against");
        assertThat(merged.get(0).measured()).isEqualTo(whole.measured().plusSeconds(4));
    }

    @Test
    void otherCheckpointsAndProtocolsStayApart() {
        Evaluation starred = FakeMeasuring.evaluation(1000, false);
        Evaluation papers = FakeMeasuring.evaluation(1000, true);
        Evaluation later = FakeMeasuring.evaluation(2000, false);

        assertThat(MergedEvaluations.of(List.of(later, starred, papers))).containsExactly(later, starred, papers);
    }

    @Test
    void theNewerValueOfAMetricCounts() {
        Evaluation older = FakeMeasuring.evaluation(1000, false);
        Evaluation newer = only(older, Metric.FID, 9);
        MetricValue first = newer.values().get(0);
        MetricValue again = new MetricValue(
                first.metric(), first.name(), first.widths(), 99, first.std(), first.protocol(), first.warning());
        Evaluation changed = new Evaluation(
                newer.subject(),
                newer.step(),
                newer.weights(),
                newer.against(),
                List.of(again),
                Optional.empty(),
                newer.version(),
                newer.measured());

        Evaluation merged = MergedEvaluations.of(List.of(changed, older)).get(0);
        assertThat(merged.values()).filteredOn(v -> v.metric() == Metric.FID).containsExactly(again);
    }

    @Test
    void equalValuesHaveNoBest() {
        Evaluation whole = FakeMeasuring.evaluation(1000, false);
        List<MetricValue> zeros = whole.values().stream()
                .filter(value -> value.metric() == Metric.FID)
                .map(v -> new MetricValue(v.metric(), v.name(), v.widths(), 0, v.std(), v.protocol(), v.warning()))
                .toList();
        Evaluation equal = new Evaluation(
                whole.subject(),
                whole.step(),
                whole.weights(),
                whole.against(),
                zeros,
                Optional.empty(),
                whole.version(),
                whole.measured());
        assertThat(ResultSheet.of(equal, List.of(), java.util.Optional.empty()).rows())
                .allSatisfy(row ->
                        assertThat(row.cells().get(0).orElseThrow().best()).isFalse());
        assertThat(ResultSheet.of(whole, List.of(), java.util.Optional.empty()).rows())
                .anySatisfy(row ->
                        assertThat(row.cells().get(0).orElseThrow().best()).isTrue());
    }
}
