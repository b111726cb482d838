package io.slimgan.ui.tradeoff;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import io.slimgan.session.EvaluationJob;
import io.slimgan.session.EvaluationProgress;
import io.slimgan.session.EvaluationRequest;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.session.FakeEvaluationJob;
import io.slimgan.ui.FakeEngineRoom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** An engine room that keeps what it is asked to measure waiting until a test answers. */
final class FakeMeasuring extends FakeEngineRoom {

    private final List<EvaluationRequest> requests = new CopyOnWriteArrayList<>();
    private final List<String> remarks = new CopyOnWriteArrayList<>();
    private final List<EvaluationSubject.Checkpoint> timed = new CopyOnWriteArrayList<>();
    private final List<CompletableFuture<List<Evaluation>>> answers = new CopyOnWriteArrayList<>();

    @Override
    public EvaluationJob evaluate(EvaluationRequest request) {
        requests.add(request);
        answers.add(new CompletableFuture<>());
        EvaluationJob job = new FakeEvaluationJob(answers.get(answers.size() - 1));
        return remarks.isEmpty() ? job : new Remarking(job, remarks);
    }

    @Override
    public CompletableFuture<DrawingTimes> drawingTimes(EvaluationSubject.Checkpoint checkpoint) {
        timed.add(checkpoint);
        Map<String, DrawingTimes.Spread> millis = new HashMap<>();
        for (String width : List.of("0.25", "0.5", "0.75", "1")) {
            double median = 100 * Double.parseDouble(width) + timed.size();
            millis.put(width, new DrawingTimes.Spread(median, median - 0.5, median + 0.5));
        }
        return CompletableFuture.completedFuture(new DrawingTimes(16, 1, millis));
    }

    /** The checkpoints whose times were asked for. */
    List<EvaluationSubject.Checkpoint> timed() {
        return List.copyOf(timed);
    }

    /** The next jobs tell this. */
    void remark(String sentence) {
        remarks.add(sentence);
    }

    private record Remarking(EvaluationJob job, List<String> remarks) implements EvaluationJob {
        @Override
        public EvaluationProgress progress() {
            return job.progress();
        }

        @Override
        public void cancel() {
            job.cancel();
        }

        @Override
        public CompletableFuture<List<Evaluation>> result() {
            return job.result();
        }
    }

    /** Everything that was asked for, in order. */
    List<EvaluationRequest> requests() {
        return List.copyOf(requests);
    }

    /** The answer to the newest request, for a test to complete. */
    CompletableFuture<List<Evaluation>> answer() {
        return answers.get(answers.size() - 1);
    }

    /** FID*, KID* with deviations, VoL (of the real images too) and mIC* of four widths; the narrowest is the worst, 0.75 has the best FID*. */
    static Evaluation evaluation(long step, boolean comparable) {
        WidthList widths = WidthList.of(0.25, 0.5, 0.75, 1);
        MeasuringProtocol protocol = new MeasuringProtocol(
                1000,
                1000,
                comparable ? "inception-2015-12-05" : "slimgan-builtin-1",
                "0123456789abcdef0123456789abcdef",
                comparable,
                64,
                Preprocessing.TENSORFLOW,
                Quantisation.PLAIN,
                "shapes",
                "test",
                32,
                0,
                1);
        double[] fid = {212.41, 160.5, 120.25, 133.125};
        List<MetricValue> values = new ArrayList<>();
        for (Width width : widths) {
            String name = Metric.FID.named(comparable, 0, 1000);
            Optional<String> warning = width.index() == 0
                    ? Optional.of("There are fewer samples (1,000) than features (2,048), so this FID is too high.")
                    : Optional.empty();
            values.add(value(Metric.FID, name, List.of(width), fid[width.index()], protocol, warning));
        }
        for (Width width : widths) {
            String name = Metric.KID.named(comparable, 0, 1000);
            values.add(new MetricValue(
                    Metric.KID,
                    name,
                    List.of(width),
                    0.05 / (1 + width.index()),
                    OptionalDouble.of(0.002),
                    protocol,
                    Optional.empty()));
        }
        for (Width width : widths) {
            values.add(value(
                    Metric.VOL,
                    Metric.VOL.named(comparable, 0, 1000),
                    List.of(width),
                    900,
                    protocol,
                    Optional.empty()));
        }
        values.add(
                value(Metric.VOL, Metric.VOL.named(comparable, 0, 1000), List.of(), 2400, protocol, Optional.empty()));
        values.add(value(
                Metric.MIC, Metric.MIC.named(comparable, 0, 1000), widths.widths(), 24.5, protocol, Optional.empty()));
        return new Evaluation(
                "quick",
                OptionalLong.of(step),
                "weights",
                "against",
                values,
                Optional.of(consistency(widths)),
                "1.0",
                Instant.ofEpochSecond(1_800_000_000 + step));
    }

    private static Consistency consistency(WidthList widths) {
        List<List<Double>> matrix = List.of(
                List.of(0.0, 20.0, 30.0, 41.0),
                List.of(20.0, 0.0, 15.0, 25.0),
                List.of(30.0, 15.0, 0.0, 12.5),
                List.of(41.0, 25.0, 12.5, 0.0));
        return new Consistency(widths.widths(), matrix, 24.5, 23.1, 26.2, List.of(), List.of());
    }

    private static MetricValue value(
            Metric metric,
            String name,
            List<Width> widths,
            double value,
            MeasuringProtocol protocol,
            Optional<String> warning) {
        return new MetricValue(metric, name, widths, value, OptionalDouble.empty(), protocol, warning);
    }
}
