package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.RgbImages;
import io.slimgan.base.RunState;
import io.slimgan.base.Width;
import io.slimgan.config.RunSettings;
import io.slimgan.data.shapes.ShapePainter;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.report.mic.LatentStrip;
import io.slimgan.report.mic.SampleRows;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.session.PreviewRequest.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Choosing classes of a class-conditional run that really trains. */
class ConditionalRunTest {

    private static final int STEPS = 5;

    private final EngineRoom room = EngineRooms.create();

    @TempDir
    Path workspace;

    @AfterEach
    void closeRoom() {
        room.close();
    }

    private RunFolder train(RunSettings settings) {
        TrainingSession session = room.start(workspace, "run", settings);
        Waiting.until("trained", () -> session.status().state() == RunState.FINISHED);
        return RunFolder.open(session.folder());
    }

    private static PreviewAnswer ask(Preview preview, PreviewRequest request) {
        CompletableFuture<PreviewAnswer> answer = new CompletableFuture<>();
        preview.request(request, answer::complete);
        Waiting.until("an answer", answer::isDone);
        return answer.join();
    }

    private static List<RgbImages> draw(Preview preview, RunFolder run, List<Long> seeds, ClassChoice classes) {
        List<Width> widths = run.settings().model().widthList().widths();
        PreviewAnswer answer = ask(preview, new PreviewRequest(Source.checkpoint(STEPS), widths, seeds, classes));
        assertThat(answer).isInstanceOf(PreviewAnswer.Images.class);
        return ((PreviewAnswer.Images) answer)
                .rows().stream().map(PreviewAnswer.Row::images).toList();
    }

    private static byte[] image(RgbImages images, int index) {
        int size = images.height() * images.width() * 3;
        return Arrays.copyOfRange(images.pixels(), index * size, (index + 1) * size);
    }

    @Test
    void classesBySeedAreWhatTrainingLoggedWhereThereIsNoRoomForAll() {
        RunFolder run = train(TinyRuns.conditional(STEPS, 4));
        GridRecipe recipe = ImageGridPng.recipe(run.sampleFile(STEPS)).orElseThrow();
        assertThat(recipe.classes()).isEqualTo(ClassChoice.BY_SEED);
        Preview preview = room.preview(run.path());
        assertThat(draw(preview, run, recipe.seeds(), ClassChoice.BY_SEED))
                .isEqualTo(ImageGridPng.images(run.sampleFile(STEPS)));
    }

    @Test
    void theRunsOwnGridTakesTheClassesInTurnAndSaysSo() throws IOException {
        RunFolder run = train(TinyRuns.conditional(STEPS, 12));
        Path sample = run.sampleFile(STEPS);
        GridRecipe recipe = ImageGridPng.recipe(sample).orElseThrow();
        assertThat(recipe.classes()).isEqualTo(ClassChoice.IN_TURN);
        Preview preview = room.preview(run.path());
        List<RgbImages> rows = draw(preview, run, recipe.seeds(), recipe.classes());
        assertThat(ImageGridPng.encode(rows, recipe)).isEqualTo(Files.readAllBytes(sample));
        assertThat(rows).isNotEqualTo(draw(preview, run, recipe.seeds(), ClassChoice.BY_SEED));
    }

    @Test
    void theClassDecidesTheImageAndTheChoicesAgree() {
        RunFolder run = train(TinyRuns.conditional(STEPS, 4));
        Preview preview = room.preview(run.path());
        List<Long> seeds = List.of(1L, 2L, 3L);
        List<RgbImages> every = draw(preview, run, List.of(2L), new ClassChoice.Every(0, 10));
        List<RgbImages> lines = draw(preview, run, seeds, new ClassChoice.Every(3, 2));
        List<RgbImages> third = draw(preview, run, seeds, new ClassChoice.One(3));
        List<RgbImages> fourth = draw(preview, run, seeds, new ClassChoice.One(4));
        assertThat(third).isNotEqualTo(fourth);
        for (int width = 0; width < 2; width++) {
            assertThat(every.get(width).count()).isEqualTo(10);
            assertThat(lines.get(width).count()).isEqualTo(6);
            assertNear(image(every.get(width), 3), image(third.get(width), 1));
            assertNear(image(lines.get(width), 1), image(third.get(width), 1));
            assertNear(image(lines.get(width), 4), image(fourth.get(width), 1));
        }
    }

    /** The number of images that are drawn together may change the last bit. */
    private static void assertNear(byte[] one, byte[] other) {
        for (int i = 0; i < one.length; i++) {
            assertThat(Math.abs((one[i] & 255) - (other[i] & 255))).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void whatTheRunDoesNotDrawIsRefused() {
        RunFolder run = train(TinyRuns.conditional(STEPS, 4));
        Preview preview = room.preview(run.path());
        List<Width> widths = run.settings().model().widthList().widths();
        PreviewAnswer answer =
                ask(preview, new PreviewRequest(Source.NEWEST, widths, List.of(1L), new ClassChoice.One(10)));
        assertThat(((PreviewAnswer.Failure) answer).problem().sentence())
                .isEqualTo("This run has no class 10; it has 10, counted from 0.");
    }

    @Test
    void aReportNamesTheClassOfEachColumnAndStrip() {
        RunFolder run = train(TinyRuns.conditional(STEPS, 12));
        List<String> names = ShapePainter.classNames();
        try (ReportDrawing drawing = new ReportDrawing(
                ReportedCheckpoint.open(new EvaluationSubject.Checkpoint(run.path(), OptionalLong.of(STEPS))))) {
            SampleRows samples = drawing.samples();
            assertThat(samples.classes()).isEqualTo(names);
            List<RgbImages> logged = ImageGridPng.images(run.sampleFile(STEPS));
            assertNear(image(samples.rows().get(1), 3), image(logged.get(1), 3));
            List<LatentStrip> strips = drawing.strips(List.of(new Consistency.Latent(77, 0.5)), 4);
            int label = LatentBatch.ofSeeds(0, 10, List.of(77L)).labels()[0];
            assertThat(strips.get(0).className()).isEqualTo(names.get(label));
        }
    }

    @Test
    void theNamesAreKeptAndMissingOnesAreAddedWhenTheRunGoesOn() throws IOException {
        RunFolder run = train(TinyRuns.conditional(STEPS, 4));
        Path names = run.path().resolve("classes.json");
        assertThat(run.classNames().names()).isEqualTo(ShapePainter.classNames());
        Files.delete(names);
        assertThat(run.classNames().name(3)).isEqualTo("class 3");
        Files.writeString(names, "{\"classes\":[\"one\"]}");
        assertThat(run.classNames().areNamed()).isFalse();
        Files.writeString(names, "torn {");
        assertThat(run.classNames().areNamed()).isFalse();
        TrainingSession session = room.resume(run.path(), Optional.of(TinyRuns.conditional(STEPS + 1, 4)));
        Waiting.until("trained", () -> session.status().state() == RunState.FINISHED);
        assertThat(run.classNames().names()).isEqualTo(ShapePainter.classNames());
    }
}
