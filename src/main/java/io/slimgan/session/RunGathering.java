package io.slimgan.session;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.models.NetworkCosts;
import io.slimgan.report.mic.DistillationGap;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.report.mic.WidthCost;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** What a report tells of a run besides the measured figures. For a background thread. */
final class RunGathering {

    private static final int STRIPS = 6;

    private final ReportedCheckpoint checkpoint;
    private final MeasuringPlan plan;
    private final UnaryOperator<Supplier<DrawingTimes>> timing;

    /** @param timing brings what takes times to the thread that it is to be done on */
    RunGathering(ReportedCheckpoint checkpoint, MeasuringPlan plan, UnaryOperator<Supplier<DrawingTimes>> timing) {
        this.checkpoint = checkpoint;
        this.plan = plan;
        this.timing = timing;
    }

    ReportedRun gather(List<MetricValue> values, Optional<Consistency> consistency, List<String> remarks) {
        ReportCurves curves = ReportCurves.read(checkpoint.folder().path(), checkpoint.step());
        try (ReportDrawing drawing = new ReportDrawing(checkpoint)) {
            return new ReportedRun(
                    checkpoint.name(),
                    checkpoint.settings(),
                    checkpoint.step(),
                    checkpoint.checksum(),
                    protocol(values),
                    values,
                    consistency,
                    costs(timing.apply(drawing::times).get()),
                    gaps(consistency, curves),
                    drawing.strips(consistency.map(Consistency::most).orElse(List.of()), STRIPS),
                    drawing.strips(consistency.map(Consistency::least).orElse(List.of()), STRIPS),
                    drawing.samples(),
                    curves.shown(),
                    remarks);
        }
    }

    /** The one that says most: of a metric that was held against real images, if there is one. */
    private MeasuringProtocol protocol(List<MetricValue> values) {
        return values.stream()
                .map(MetricValue::protocol)
                .filter(p -> p.realSamples() > 0 && !p.features().isEmpty())
                .findFirst()
                .or(() -> values.stream()
                        .map(MetricValue::protocol)
                        .filter(p -> !p.features().isEmpty())
                        .findFirst())
                .or(() -> values.stream().map(MetricValue::protocol).findFirst())
                .orElseGet(this::nothingMeasured);
    }

    private MeasuringProtocol nothingMeasured() {
        return new MeasuringProtocol(
                0,
                0,
                "",
                "",
                false,
                0,
                plan.preprocessing(),
                plan.quantisation(),
                "",
                "",
                checkpoint.settings().data().imageSize(),
                plan.seed(),
                plan.seeds());
    }

    private List<WidthCost> costs(DrawingTimes times) {
        List<WidthCost> costs = new ArrayList<>();
        for (NetworkCosts.WidthCosts cost :
                NetworkCosts.of(checkpoint.settings()).widths()) {
            costs.add(new WidthCost(
                    cost.width(),
                    cost.parameters(),
                    cost.macs(),
                    times.of(cost.width())
                            .map(t -> new WidthCost.DrawingTime(
                                    t.median(), t.low(), t.high(), times.images(), times.threads()))));
        }
        return costs;
    }

    private List<DistillationGap> gaps(Optional<Consistency> consistency, ReportCurves curves) {
        WidthList widths = checkpoint.settings().model().widthList();
        List<DistillationGap> gaps = new ArrayList<>();
        for (int i = 0; i + 1 < widths.size(); i++) {
            Width student = widths.get(i);
            Width teacher = widths.get(i + 1);
            int row = i;
            OptionalDouble ic = consistency
                    .map(c -> OptionalDouble.of(c.matrix().get(row).get(row + 1)))
                    .orElse(OptionalDouble.empty());
            gaps.add(new DistillationGap(
                    student, teacher, ic, curves.last("distillation/raw/" + student.label() + "-" + teacher.label())));
        }
        return gaps;
    }
}
