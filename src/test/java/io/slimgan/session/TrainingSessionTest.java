package io.slimgan.session;

import static io.slimgan.session.Waiting.untilState;
import static io.slimgan.session.Waiting.untilStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.config.LoggingSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.FixedLatents;
import io.slimgan.runs.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real engine on the built-in images, from start to the next day. */
class TrainingSessionTest {

    private static final long ENDLESS = 1_000_000;

    private final EngineRoom room = EngineRooms.create();

    @TempDir
    Path workspace;

    @AfterEach
    void closeRoom() {
        room.close();
    }

    private TrainingSession start(RunSettings settings) {
        return room.start(workspace, "run", settings);
    }

    @Test
    void aShortRunFinishesWithEverythingInItsFolder() {
        TrainingSession session = start(TinyRuns.settings(12));
        untilState(session, RunState.FINISHED);
        SessionStatus end = session.status();
        assertThat(end.step()).isEqualTo(12);
        assertThat(end.lastCheckpointStep()).isEqualTo(12);
        assertThat(end.device()).contains("CPU");
        assertThat(end.residentBytes()).isPositive();
        assertThat(end.problem()).isEmpty();

        RunFolder folder = RunFolder.open(session.folder());
        assertThat(folder.checkpoints().steps()).containsExactly(0L, 10L, 12L);
        assertThat(folder.owner()).isEmpty();
        FixedLatents latents = folder.readLatents();
        assertThat(latents.seeds()).hasSize(3);
        for (long step : new long[] {0, 5, 10, 12}) {
            GridRecipe recipe = ImageGridPng.recipe(folder.sampleFile(step)).orElseThrow();
            assertThat(recipe.step()).isEqualTo(step);
            assertThat(recipe.run()).isEqualTo("run");
            assertThat(recipe.seeds()).isEqualTo(latents.seeds());
            assertThat(recipe.widths()).containsExactly(0.5, 1.0);
        }
        var curves = Curves.read(session.folder());
        assertThat(curves.keySet())
                .contains(
                        "loss/discriminator/0.5",
                        "loss/generator/1",
                        "critic/real/0.5",
                        "critic/fake/1",
                        "distillation/raw/0.5-1",
                        "distillation/weighted/0.5-1",
                        "time/step_seconds",
                        "time/images_per_second",
                        "memory/resident_mib",
                        "grid/diversity/0.5",
                        "grid/change/1");
        curves.forEach((tag, curve) -> {
            // Grids are drawn at the steps 0, 5, 10 and 12.
            int grids = tag.startsWith("grid/change/") ? 3 : 4; // The first has none before it.
            assertThat(curve).as(tag).hasSize(tag.startsWith("grid/") ? grids : 12);
            assertThat(curve.values()).as(tag).allMatch(Double::isFinite);
        });
    }

    @Test
    void pauseStopsStepsAndResumeGoesOn() {
        TrainingSession session = start(TinyRuns.settings(ENDLESS));
        untilStep(session, 3);
        assertThat(room.sessionOf(session.folder())).contains(session);
        session.pause();
        untilState(session, RunState.PAUSED);
        long step = session.status().step();
        Waiting.pause(200);
        assertThat(session.status().step()).isEqualTo(step);
        assertThat(Curves.of(session.folder(), "loss/generator/1").lastKey())
                .as("points are there while training goes on")
                .isEqualTo(step);
        session.resume();
        untilStep(session, step + 3);
        assertThat(session.status().state()).isEqualTo(RunState.RUNNING);
        assertThat(session.status().stepsPerSecond()).isPositive();
        assertThat(session.status().secondsLeft()).isPresent();
    }

    @Test
    void oneStepIsExactlyOne() {
        TrainingSession session = start(TinyRuns.settings(ENDLESS));
        session.pause();
        untilState(session, RunState.PAUSED);
        long step = session.status().step();
        for (int i = 1; i <= 3; i++) {
            long next = step + i;
            session.stepOnce();
            untilStep(session, next);
            untilState(session, RunState.PAUSED);
            Waiting.pause(50);
            assertThat(session.status().step()).isEqualTo(next);
        }
        session.resume();
        untilStep(session, step + 6);
        session.stepOnce();
        untilState(session, RunState.PAUSED);
    }

    @Test
    void savesWhenTold() {
        TrainingSession session = start(TinyRuns.settings(ENDLESS));
        session.pause();
        untilState(session, RunState.PAUSED);
        session.stepOnce();
        untilStep(session, 1);
        untilState(session, RunState.PAUSED);
        long step = session.status().step();
        session.saveNow();
        Waiting.until("the checkpoint", () -> session.status().lastCheckpointStep() == step);
        assertThat(RunFolder.open(session.folder()).checkpoints().read(step).step())
                .isEqualTo(step);
        assertThat(session.status().state()).isEqualTo(RunState.PAUSED);
    }

    @Test
    void aStoppedRunGoesOnWhereItStopped() {
        TrainingSession first = start(TinyRuns.settings(ENDLESS));
        untilStep(first, 4);
        first.close();
        assertThat(first.status().state()).isEqualTo(RunState.STOPPED);
        long step = first.status().step();
        assertThat(first.status().lastCheckpointStep()).isEqualTo(step);
        assertThat(room.sessionOf(first.folder())).isEmpty();

        RunSettings longer = TinyRuns.withSteps(TinyRuns.settings(ENDLESS), step + 5);
        TrainingSession second = room.resume(first.folder(), Optional.of(longer));
        untilState(second, RunState.FINISHED);
        assertThat(second.status().step()).isEqualTo(step + 5);
        assertThat(RunFolder.open(first.folder()).settings().training().steps()).isEqualTo(step + 5);
        assertThat(Curves.of(first.folder(), "critic/real/1").keySet())
                .hasSize((int) step + 5)
                .contains(1L, step, step + 1, step + 5);
        assertThatThrownBy(() -> room.resume(first.folder(), Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("training.steps");
    }

    @Test
    void refusesToGoOnWithOtherSettings() {
        TrainingSession session = start(TinyRuns.settings(ENDLESS));
        untilStep(session, 1);
        session.close();
        RunSettings other = TinyRuns.withBatchSize(TinyRuns.settings(ENDLESS), 8);
        assertThatThrownBy(() -> room.resume(session.folder(), Optional.of(other)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("training.batch_size")
                .hasMessageContaining("4")
                .hasMessageContaining("8");
        assertThat(RunFolder.open(session.folder()).settings().training().batchSize())
                .isEqualTo(4);
    }

    @Test
    void aRunIsTrainedOnceAtATime() {
        TrainingSession session = start(TinyRuns.settings(ENDLESS));
        assertThatThrownBy(() -> room.resume(session.folder(), Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("run");
        assertThatThrownBy(() -> start(TinyRuns.settings(3))).isInstanceOf(UserError.class);
        try (EngineRoom other = EngineRooms.create()) {
            assertThatThrownBy(() -> other.resume(session.folder(), Optional.empty()))
                    .isInstanceOf(UserError.class);
        }
    }

    @Test
    void closingTheRoomStopsAndSaves() {
        TrainingSession session = start(TinyRuns.settings(ENDLESS));
        untilStep(session, 2);
        room.close();
        assertThat(session.status().state()).isEqualTo(RunState.STOPPED);
        assertThat(RunFolder.open(session.folder())
                        .checkpoints()
                        .newest()
                        .orElseThrow()
                        .step())
                .isEqualTo(session.status().step());
        assertThatThrownBy(() -> room.start(workspace, "other", TinyRuns.settings(3)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void canBeClosedWhilePreparing() {
        for (int delay = 0; delay < 60; delay += 20) {
            TrainingSession session = room.start(workspace, "early" + delay, TinyRuns.settings(ENDLESS));
            Waiting.pause(delay);
            session.close();
            assertThat(session.status().state()).isEqualTo(RunState.STOPPED);
            assertThat(session.status().problem()).isEmpty();
            // A run that was stopped before its first checkpoint leaves nothing, and its name is free again.
            boolean kept = Files.exists(session.folder());
            TrainingSession again = kept
                    ? room.resume(session.folder(), Optional.empty())
                    : room.start(workspace, "early" + delay, TinyRuns.settings(ENDLESS));
            untilStep(again, 1);
            again.close();
        }
    }

    @Test
    void aRestingRunGoesOnInTheSameInterval() {
        RunSettings everyFourth = TinyRuns.with(
                TinyRuns.settings(8),
                new LoggingSettings(4, 100, 3),
                TinyRuns.settings(8).checkpoints());
        TrainingSession straight = room.start(workspace, "straight", everyFourth);
        untilState(straight, RunState.FINISHED);
        TrainingSession first = room.start(workspace, "twice", everyFourth);
        for (int i = 0; i < 6; i++) {
            first.stepOnce();
        }
        Waiting.until(
                "six steps", () -> first.status().step() == 6 && first.status().state() == RunState.PAUSED);
        first.close();
        TrainingSession second = room.resume(first.folder(), Optional.empty());
        untilState(second, RunState.FINISHED);
        assertThat(Curves.withoutTimes(second.folder())).isNotEmpty().isEqualTo(Curves.withoutTimes(straight.folder()));
    }
}
