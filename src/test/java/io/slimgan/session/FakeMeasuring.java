package io.slimgan.session;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** Measuring that is done when a test says so, with the values that it says. */
final class FakeMeasuring implements PacedEvaluator {

    final List<Job> jobs = new CopyOnWriteArrayList<>();
    private final boolean atOnce;
    private final Values values;

    /** A metric's value of a width after a step. */
    interface Values {
        double of(Metric metric, Width width, long step);
    }

    /** @param atOnce whether jobs are done as soon as they are given; else by {@link Job#finish} */
    FakeMeasuring(boolean atOnce, Values values) {
        this.atOnce = atOnce;
        this.values = values;
    }

    final class Job implements EvaluationJob {

        final EvaluationSubject.Snapshot subject;
        final EvaluationRequest request;
        final CompletableFuture<List<Evaluation>> result = new CompletableFuture<>();

        Job(EvaluationRequest request) {
            this.request = request;
            this.subject = (EvaluationSubject.Snapshot) request.subjects().get(0);
        }

        long step() {
            return subject.step();
        }

        void finish() {
            List<MetricValue> measured = new ArrayList<>();
            for (Metric metric : List.of(Metric.FID, Metric.RECALL)) {
                for (Width width : subject.settings().model().widthList()) {
                    measured.add(value(metric, List.of(width), values.of(metric, width, step())));
                }
            }
            measured.add(
                    value(Metric.MIC, subject.settings().model().widthList().widths(), 1.5));
            result.complete(List.of(new Evaluation(
                    "run", OptionalLong.of(step()), "w", "a", measured, Optional.empty(), "1", Instant.EPOCH)));
        }

        @Override
        public EvaluationProgress progress() {
            return new EvaluationProgress("Measuring", 1, 4);
        }

        @Override
        public void cancel() {
            result.completeExceptionally(new CancellationException("cancelled"));
        }

        @Override
        public CompletableFuture<List<Evaluation>> result() {
            return result;
        }
    }

    private static MetricValue value(Metric metric, List<Width> widths, double value) {
        MeasuringProtocol protocol = new MeasuringProtocol(
                100,
                100,
                "fake-1",
                "0123456789abcdef",
                false,
                64,
                Preprocessing.TENSORFLOW,
                Quantisation.PLAIN,
                "shapes",
                "train",
                16,
                0,
                1);
        return new MetricValue(
                metric, metric.named(false, 0, 100), widths, value, OptionalDouble.empty(), protocol, Optional.empty());
    }

    @Override
    public EvaluationJob evaluate(EvaluationRequest request, Pace pace) {
        Job job = new Job(request);
        jobs.add(job);
        if (atOnce) {
            job.finish();
        }
        return job;
    }
}
