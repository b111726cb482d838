package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.slimgan.config.CheckpointSettings;
import io.slimgan.config.EvaluationSettings;
import io.slimgan.config.LoggingSettings;
import io.slimgan.config.Metric;
import io.slimgan.config.Preprocessing;
import io.slimgan.config.Quantisation;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.evaluations.EvaluationStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A process that trains and measures at the same time is killed, and what it measured and found best is whole. */
class KilledMeasuringTest {

    private static final int KILLS = 3;
    private static final long ENDLESS = 1_000_000;

    @TempDir
    Path workspace;

    /** Measures so often that a measurement is under way nearly all the time. */
    private static RunSettings settings(long steps) {
        return TinyRuns.with(TinyRuns.settings(steps), new LoggingSettings(1, 7, 3), new CheckpointSettings(3, 1000, 2))
                .with(new EvaluationSettings(
                        3,
                        16,
                        List.of(Metric.FID, Metric.RECALL, Metric.MIC),
                        "",
                        0,
                        Preprocessing.TENSORFLOW,
                        Quantisation.PLAIN,
                        1));
    }

    @Test
    void aRunThatIsKilledWhileItMeasuresGoesOn() {
        SplittableRandom random = new SplittableRandom(3);
        Path run = RunFolder.create(workspace, "measured", settings(ENDLESS)).path();
        for (int kill = 0; kill < KILLS; kill++) {
            int known = evaluations(run).size();
            try (Child child = Child.start(workspace, "measured", ENDLESS, -1)) {
                Waiting.until("a measurement that is noted", () -> {
                    assertThat(child.isAlive()).as(child.said()).isTrue();
                    return evaluations(run).size() > known && Files.exists(run.resolve(BestCheckpoints.FILE));
                });
                Waiting.pause(random.nextLong(250));
                child.kill();
            }
            checkAfterKill(run);
        }
        finish(run);
    }

    private static List<Path> evaluations(Path run) {
        Path folder = run.resolve("evaluations");
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("step-.*\\.json"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void checkAfterKill(Path run) {
        RunFolder folder = RunFolder.open(run);
        assertThat(folder.owner()).as("a killed process owns nothing").isEmpty();
        List<Path> files = evaluations(run);
        for (Path file : files) {
            assertThatCode(() -> JsonMapper.shared().readTree(file.toFile()))
                    .as(file.toString())
                    .doesNotThrowAnyException();
        }
        assertThat(EvaluationStore.of(run).all())
                .as("none is passed over as damaged")
                .hasSameSizeAs(files)
                .allMatch(e -> e.values().size() == 5);
        assertThatCode(() -> JsonMapper.shared()
                        .readTree(run.resolve(BestCheckpoints.FILE).toFile()))
                .doesNotThrowAnyException();
        BestCheckpoints best = BestCheckpoints.read(run);
        assertThat(best.byWidth()).containsOnlyKeys("0.5", "1");
        assertThat(folder.checkpoints().steps()).containsAll(best.steps());
        best.steps()
                .forEach(step ->
                        assertThat(folder.checkpoints().read(step).step()).isEqualTo(step));
    }

    /** The last process measures the run's end too. */
    private static void finish(Path run) {
        long last = RunFolder.open(run).checkpoints().newestStep().orElseThrow() + 4;
        try (EngineRoom room = EngineRooms.create()) {
            TrainingSession session = room.resume(run, Optional.of(settings(last)));
            Waiting.until("the end", () -> !session.status().state().isLive());
            assertThat(session.status().problem()).isEmpty();
        }
        assertThat(EvaluationStore.of(run).all())
                .anyMatch(e -> e.step().isPresent() && e.step().getAsLong() == last);
        assertThat(Curves.of(run, "quality/FID*-16/1")).containsKey(last);
        checkAfterKill(run);
    }
}
