package io.slimgan.report.mic;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One run in a report. Immutable, for any thread.
 *
 * @param name the run's name
 * @param settings all of them
 * @param step finished generator updates of the checkpoint that was measured
 * @param weights SHA-256 of that checkpoint's generator
 * @param protocol what decided the consistency, and all values whose own protocol does not say otherwise
 * @param values what was measured, of each width and of all; may lack any metric
 * @param consistency empty where the run has one width only, or it was not measured
 * @param costs of each width, narrowest first
 * @param gaps of each pair of neighbouring widths, narrowest first
 * @param most the most consistent latents, the most consistent first
 * @param least the least consistent latents, the least consistent first
 * @param samples the run's own fixed latents at all widths
 * @param curves of the run's log
 * @param remarks sentences for the reader, such as what could not be measured and why
 */
public record ReportedRun(
        String name,
        RunSettings settings,
        long step,
        String weights,
        MeasuringProtocol protocol,
        List<MetricValue> values,
        Optional<Consistency> consistency,
        List<WidthCost> costs,
        List<DistillationGap> gaps,
        List<LatentStrip> most,
        List<LatentStrip> least,
        SampleRows samples,
        List<ReportCurve> curves,
        List<String> remarks) {

    public ReportedRun {
        values = List.copyOf(values);
        costs = List.copyOf(costs);
        gaps = List.copyOf(gaps);
        most = List.copyOf(most);
        least = List.copyOf(least);
        curves = List.copyOf(curves);
        remarks = List.copyOf(remarks);
    }

    /** The widths that the run trains. */
    public WidthList widths() {
        return settings.model().widthList();
    }

    /** IC of two of the run's widths; empty where it was not measured. */
    public OptionalDouble consistencyOf(Width a, Width b) {
        return consistency
                .map(c -> OptionalDouble.of(c.matrix().get(a.index()).get(b.index())))
                .orElse(OptionalDouble.empty());
    }

    /**
     * The widths as tables call them: an individual run's only one is the narrow width that it stands for, though it is
     * the whole of its network.
     */
    public List<Width> namedWidths() {
        return settings.model().namedWidths();
    }

    /** What the consistency of a pair is called with its marks, such as {@code IC*-1k}. */
    public String pairName() {
        return ConsistencyNames.pair(values);
    }

    /** {@code IC}, with a star where the features are not the papers'. */
    public String pairLabel() {
        return ConsistencyNames.pairLabel(values);
    }

    /** What the mean consistency is called with its marks, such as {@code mIC*-1k}. */
    public String consistencyName() {
        return ConsistencyNames.mean(values);
    }
}
