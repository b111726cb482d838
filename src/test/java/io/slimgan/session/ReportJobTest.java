package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.RgbImages;
import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.Metric;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.config.RunSettings;
import io.slimgan.metrics.evaluation.UnmeasurableError;
import io.slimgan.report.mic.IndividualRow;
import io.slimgan.report.mic.JsonReport;
import io.slimgan.report.mic.MicReport;
import io.slimgan.report.mic.ReportCurve;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.report.mic.WidthCost;
import io.slimgan.report.page.HtmlReport;
import io.slimgan.report.page.PdfReport;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A report of a run that was really trained; only the measuring is made up. */
class ReportJobTest {

    private static final RunSettings SETTINGS = TinyRuns.settings(20);

    @TempDir
    Path workspace;

    private Path run = Path.of("");

    @BeforeEach
    void train() {
        run = train("tiny", SETTINGS);
    }

    private Path train(String name, RunSettings settings) {
        try (EngineRoom room = EngineRooms.create()) {
            TrainingSession session = room.start(workspace, name, settings);
            Waiting.until("the end", () -> session.status().state() == RunState.FINISHED);
        }
        return workspace.resolve(name);
    }

    /** Measures nothing: answers at once, or as a test asks for. */
    private static final class CannedEvaluator implements Evaluator {

        private final List<EvaluationRequest> asked = new ArrayList<>();
        private final Optional<Metric> missing;
        private final boolean known;

        CannedEvaluator(Optional<Metric> missing) {
            this(missing, true);
        }

        /** @param known whether it says which metric it cannot measure */
        CannedEvaluator(Optional<Metric> missing, boolean known) {
            this.missing = missing;
            this.known = known;
        }

        @Override
        public EvaluationJob evaluate(EvaluationRequest request) {
            asked.add(request);
            CompletableFuture<List<Evaluation>> result = new CompletableFuture<>();
            List<Metric> metrics = request.plan().metrics();
            if (missing.filter(metrics::contains).isPresent()) {
                String sentence = "There are no images to hold it against.";
                result.completeExceptionally(
                        known ? new UnmeasurableError(List.of(missing.get()), sentence) : new UserError(sentence));
            } else {
                List<Evaluation> parts =
                        metrics.stream().map(m -> evaluation(m, request)).toList();
                result.complete(List.of(joined(parts)));
            }
            return new FakeEvaluationJob(result);
        }

        private static Evaluation joined(List<Evaluation> parts) {
            return new Evaluation(
                    "tiny",
                    OptionalLong.of(20),
                    "w",
                    "",
                    parts.stream().flatMap(p -> p.values().stream()).toList(),
                    parts.stream().flatMap(p -> p.consistency().stream()).findFirst(),
                    "0",
                    Instant.EPOCH);
        }

        private static Evaluation evaluation(Metric metric, EvaluationRequest request) {
            List<Width> widths = widths(request);
            MeasuringProtocol protocol = new MeasuringProtocol(
                    100,
                    0,
                    "builtin",
                    "ab".repeat(32),
                    false,
                    0,
                    Preprocessing.TENSORFLOW,
                    Quantisation.PLAIN,
                    "",
                    "",
                    16,
                    0,
                    1);
            List<MetricValue> values = new ArrayList<>();
            Optional<Consistency> consistency = Optional.empty();
            if (metric == Metric.MIC) {
                values.add(new MetricValue(
                        metric, "mIC*-100", widths, 3, OptionalDouble.empty(), protocol, Optional.empty()));
                consistency = Optional.of(new Consistency(
                        widths,
                        List.of(List.of(0.0, 3.0), List.of(3.0, 0.0)),
                        3,
                        2.5,
                        3.5,
                        List.of(new Consistency.Latent(11, 1), new Consistency.Latent(12, 1.5)),
                        List.of(new Consistency.Latent(13, 9))));
            } else {
                for (Width width : widths) {
                    values.add(new MetricValue(
                            metric,
                            metric.named(false, 0, 100),
                            List.of(width),
                            5,
                            OptionalDouble.empty(),
                            protocol,
                            Optional.empty()));
                }
            }
            return new Evaluation("tiny", OptionalLong.of(20), "w", "", values, consistency, "0", Instant.EPOCH);
        }
    }

    /** Those of the individual runs together, or of the only run. */
    private static List<Width> widths(EvaluationRequest request) {
        List<Width> widths = new ArrayList<>();
        for (EvaluationSubject subject : request.subjects()) {
            ModelSettings model = RunFolder.open(((EvaluationSubject.Checkpoint) subject).runFolder())
                    .settings()
                    .model();
            if (model.widths().size() > 1) {
                return model.widthList().widths();
            }
            widths.add(new Width(model.individualWidth(), widths.size()));
        }
        return widths;
    }

    private ReportRequest request(OptionalLong step) {
        return request(List.of(new EvaluationSubject.Checkpoint(run, step)));
    }

    private static ReportRequest request(List<EvaluationSubject.Checkpoint> runs) {
        return new ReportRequest(
                runs,
                new EvaluationReference.OwnDataset(),
                MeasuringPlan.of(MeasuringPlan.Protocol.QUICK, ReportRequest.METRICS)
                        .withSamples(100),
                1,
                true);
    }

    private MicReport report(CannedEvaluator evaluator, OptionalLong step) {
        LocalReportJob job = new LocalReportJob(evaluator, Runnable::run, request(step));
        job.run();
        return job.result().join();
    }

    private static MicReport report(CannedEvaluator evaluator, Path... runs) {
        LocalReportJob job = new LocalReportJob(
                evaluator,
                Runnable::run,
                request(Stream.of(runs)
                        .map(r -> new EvaluationSubject.Checkpoint(r, OptionalLong.empty()))
                        .toList()));
        job.run();
        return job.result().join();
    }

    @Test
    void tellsWhatTheRunsFolderKnows() {
        CannedEvaluator evaluator = new CannedEvaluator(Optional.empty());
        ReportedRun told = report(evaluator, OptionalLong.empty()).runs().get(0);

        assertThat(told.name()).isEqualTo("tiny");
        assertThat(told.step()).isEqualTo(20);
        assertThat(told.weights()).hasSize(64);
        assertThat(told.values()).hasSize(1 + 4 * 2);
        assertThat(told.samples().rows()).hasSize(2).allMatch(row -> row.count() == 3);
        assertThat(told.most()).hasSize(2);
        assertThat(told.least().get(0).seed()).isEqualTo(13);
        assertThat(told.costs()).extracting(WidthCost::time).allMatch(Optional::isPresent);
        assertThat(told.gaps()).hasSize(1);
        assertThat(told.gaps().get(0).distillation().orElseThrow()).isPositive();
        assertThat(told.curves())
                .extracting(ReportCurve::tag)
                .contains("loss/generator/0.5", "distillation/raw/0.5-1")
                .noneMatch(tag -> tag.startsWith("time/"));
        assertThat(evaluator.asked)
                .allMatch(
                        r -> r.subjects().equals(List.of(new EvaluationSubject.Checkpoint(run, OptionalLong.of(20)))));
    }

    @Test
    void aStripIsTheLatentThatTheSeedDraws() {
        ReportedRun told = report(new CannedEvaluator(Optional.empty()), OptionalLong.empty())
                .runs()
                .get(0);
        try (EngineRoom room = EngineRooms.create();
                Preview preview = room.preview(run)) {
            CompletableFuture<PreviewAnswer> answer = new CompletableFuture<>();
            preview.request(
                    new PreviewRequest(
                            PreviewRequest.Source.checkpoint(20),
                            SETTINGS.model().widthList().widths(),
                            List.of(13L)),
                    answer::complete);
            Waiting.until("an answer", answer::isDone);
            PreviewAnswer.Images drawn = (PreviewAnswer.Images) answer.join();
            RgbImages strip = told.least().get(0).images();
            for (int row = 0; row < 2; row++) {
                assertThat(strip.image(row)).isEqualTo(drawn.rows().get(row).images());
            }
        }
    }

    @Test
    void aSecondReportIsTheSameButForItsDate() {
        MicReport first = report(new CannedEvaluator(Optional.empty()), OptionalLong.of(10));
        MicReport second = report(new CannedEvaluator(Optional.empty()), OptionalLong.of(10));
        MicReport dated = new MicReport(first.date(), second.version(), second.runs(), second.individual());

        assertThat(dated).isEqualTo(first);
        assertThat(JsonReport.encode(dated)).isEqualTo(JsonReport.encode(first));
        assertThat(HtmlReport.encode(dated)).isEqualTo(HtmlReport.encode(first));
        assertThat(PdfReport.encode(dated)).isEqualTo(PdfReport.encode(first));
        assertThat(first.runs().get(0).curves())
                .allSatisfy(c -> assertThat(c.points()).allMatch(p -> p.step() <= 10));
    }

    @Test
    void theWindowShowsTheReportsTimesAndTheReportTheWindows() {
        EvaluationSubject.Checkpoint early = new EvaluationSubject.Checkpoint(run, OptionalLong.of(10));
        ReportedRun told = report(new CannedEvaluator(Optional.empty()), OptionalLong.empty())
                .runs()
                .get(0);
        try (EngineRoom room = EngineRooms.create()) {
            DrawingTimes shown = room.drawingTimes(new EvaluationSubject.Checkpoint(run, OptionalLong.empty()))
                    .join();
            DrawingTimes before = room.drawingTimes(early).join();
            ReportedRun later = report(new CannedEvaluator(Optional.empty()), OptionalLong.of(10))
                    .runs()
                    .get(0);

            assertThat(medians(told)).isEqualTo(medians(shown));
            assertThat(medians(later)).isEqualTo(medians(before)).isNotEqualTo(medians(told));
        }
    }

    private static List<Double> medians(ReportedRun told) {
        return told.costs().stream().map(c -> c.time().orElseThrow().millis()).toList();
    }

    private static List<Double> medians(DrawingTimes times) {
        return SETTINGS.model().widthList().widths().stream()
                .map(w -> times.of(w).orElseThrow().median())
                .toList();
    }

    @Test
    void timesOfTheOldWayAreMeasuredAnew() throws IOException {
        String weights = report(new CannedEvaluator(Optional.empty()), OptionalLong.of(10))
                .runs()
                .get(0)
                .weights();
        Path file = run.resolve("evaluations").resolve("times").resolve(weights + ".json");
        Files.writeString(file, """
                {"schema":1,"images":16,"threads":1,"milliseconds":{"0.5":123456.0,"1":123456.0}}""");
        ReportedRun told = report(new CannedEvaluator(Optional.empty()), OptionalLong.of(10))
                .runs()
                .get(0);

        for (WidthCost cost : told.costs()) {
            WidthCost.DrawingTime time = cost.time().orElseThrow();
            assertThat(time.millis()).isLessThan(123456).isBetween(time.low(), time.high());
        }
        assertThat(file).content().contains("\"schema\":2", "\"low\"", "\"high\"");
    }

    @Test
    void whatCannotBeMeasuredIsLeftOutWithARemark() {
        ReportedRun told = report(new CannedEvaluator(Optional.of(Metric.FID)), OptionalLong.empty())
                .runs()
                .get(0);

        assertThat(told.remarks()).containsExactly("Without FID: There are no images to hold it against.");
        assertThat(told.values()).noneMatch(v -> v.metric() == Metric.FID);
        assertThat(told.values()).hasSize(1 + 3 * 2);
    }

    @Test
    void aRunIsAskedForAllMetricsAtOnce() {
        CannedEvaluator evaluator = new CannedEvaluator(Optional.empty());
        report(evaluator, OptionalLong.empty());

        assertThat(evaluator.asked).hasSize(1);
        assertThat(evaluator.asked.get(0).plan().metrics()).isEqualTo(ReportRequest.METRICS);
    }

    @Test
    void whereItIsNotKnownWhatIsWrongConsistencyIsSaved() {
        ReportedRun told = report(new CannedEvaluator(Optional.of(Metric.KID), false), OptionalLong.empty())
                .runs()
                .get(0);

        assertThat(told.consistency()).isPresent();
        assertThat(told.remarks())
                .containsExactly("Without FID, KID, IS, VoL: There are no images to hold it against.");
    }

    @Test
    void individualRunsAreMeasuredTogetherOnceMore() {
        Path narrow = train("narrow", TinyRuns.individual(4, 0.5));
        Path whole = train("whole", TinyRuns.individual(4, 1));
        CannedEvaluator evaluator = new CannedEvaluator(Optional.empty());
        MicReport report = report(evaluator, whole, run, narrow);
        IndividualRow row = report.individual().orElseThrow();

        assertThat(row.members()).containsExactly(2, 0);
        assertThat(row.widths()).extracting(Width::multiplier).containsExactly(0.5, 1.0);
        assertThat(row.consistency()).isPresent();
        assertThat(row.values())
                .filteredOn(v -> v.metric() == Metric.FID)
                .extracting(v -> v.width().orElseThrow())
                .containsExactly(new Width(0.5, 0), new Width(1, 1));
        EvaluationRequest last = evaluator.asked.get(evaluator.asked.size() - 1);
        assertThat(evaluator.asked).hasSize(4);
        assertThat(last.plan().metrics()).containsExactly(Metric.MIC);
        assertThat(last.subjects())
                .containsExactly(
                        new EvaluationSubject.Checkpoint(narrow, OptionalLong.of(4)),
                        new EvaluationSubject.Checkpoint(whole, OptionalLong.of(4)));
    }

    @Test
    void runsOfTheSameWidthDoNotCountTogether() {
        Path one = train("one", TinyRuns.individual(4, 0.5));
        Path other = train("other", TinyRuns.individual(4, 0.5));

        assertThat(report(new CannedEvaluator(Optional.empty()), one, other).individual())
                .isEmpty();
    }

    @Test
    void runsOfDifferentLatentsAreToldApartWithARemark() {
        Path one = train("one", TinyRuns.individual(4, 0.5));
        Path other = train("other", TinyRuns.individual(4, 1, 6));
        MicReport report = report(new CannedEvaluator(Optional.empty()), one, other);

        assertThat(report.individual()).isEmpty();
        assertThat(report.runs())
                .allSatisfy(r -> assertThat(r.remarks()).anyMatch(s -> s.contains("do not count together")));
    }

    @Test
    void withoutConsistencyThereIsNoReport() {
        assertThatThrownBy(() -> report(new CannedEvaluator(Optional.of(Metric.MIC)), OptionalLong.empty()))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(UserError.class);
    }

    @Test
    void aCancelledReportEnds() {
        LocalReportJob job =
                new LocalReportJob(new CannedEvaluator(Optional.empty()), Runnable::run, request(OptionalLong.empty()));
        job.cancel();
        job.run();

        assertThat(job.result()).isCompletedExceptionally();
        assertThatThrownBy(() -> job.result().join()).hasCauseInstanceOf(CancellationException.class);
    }
}
