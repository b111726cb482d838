package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.RunSettings;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.RunFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that trains is killed twenty times, anywhere, and each time a new one goes on. */
class KilledRunTest {

    private static final int KILLS = 20;
    private static final long ENDLESS = 1_000_000;

    @Test
    void everyKilledRunGoesOn(@TempDir Path workspace) {
        SplittableRandom random = new SplittableRandom(20);
        Path run = workspace.resolve("killed");
        long reached = -1;
        for (int kill = 1; kill <= KILLS; kill++) {
            if (kill % 5 == 0) {
                killWhileStarting(workspace, random.nextLong(2500));
            } else {
                killAfterProgress(workspace, run, reached, random.nextLong(700));
            }
            reached = checkAfterKill(run, reached);
        }
        assertThat(reached).as("steps survived the kills").isGreaterThan(KILLS);
        finish(run, reached);
    }

    /** Hits the start of the virtual machine, the engine's, reading the checkpoint, or the first steps. */
    private static void killWhileStarting(Path workspace, long afterMillis) {
        try (Child child = Child.start(workspace, "killed", ENDLESS, -1)) {
            Waiting.pause(afterMillis);
            assertThat(child.isAlive()).as(child.said()).isTrue();
            child.kill();
        }
    }

    /** Lets a child write a checkpoint past a step, and kills it a moment later. */
    private static void killAfterProgress(Path workspace, Path run, long past, long afterMillis) {
        try (Child child = Child.start(workspace, "killed", ENDLESS, -1)) {
            Waiting.until("a checkpoint past step " + past, () -> newestName(run) > past || failed(child));
            Waiting.pause(afterMillis);
            assertThat(child.isAlive()).as(child.said()).isTrue();
            child.kill();
        }
    }

    private static boolean failed(Child child) {
        if (!child.isAlive()) {
            throw new AssertionError(child.said());
        }
        return false;
    }

    private static long newestName(Path run) {
        if (!Files.exists(run.resolve("run.yaml"))) {
            return -1;
        }
        return RunFolder.open(run).checkpoints().steps().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(-1);
    }

    /** The run opens, its newest checkpoint is complete and not older than before, its curves are clean. */
    private static long checkAfterKill(Path run, long before) {
        if (!Files.exists(run.resolve("run.yaml"))) {
            assertThat(before).isNegative();
            return before;
        }
        RunFolder folder = RunFolder.open(run);
        assertThat(folder.owner()).as("a killed process owns nothing").isEmpty();
        long step = folder.checkpoints().newest().map(Checkpoint::step).orElse(-1L);
        assertThat(step).isGreaterThanOrEqualTo(before);
        Map<String, NavigableMap<Long, Double>> curves = Curves.read(run);
        curves.keySet().removeIf(KilledRunTest::comesWithGrids);
        curves.forEach((tag, curve) -> assertThat(curve.lastKey()).as(tag).isGreaterThanOrEqualTo(step));
        return step;
    }

    /** A point every seventh step, not every one. */
    private static boolean comesWithGrids(String tag) {
        return tag.startsWith("grid/");
    }

    /** The last process finishes the run; then no step is missing in any curve. */
    private static void finish(Path run, long reached) {
        long last = reached + 4;
        RunSettings settings = RunChild.settings(last);
        try (EngineRoom room = EngineRooms.create()) {
            TrainingSession session = room.resume(run, Optional.of(settings));
            Waiting.until("the end", () -> !session.status().state().isLive());
            assertThat(session.status().problem()).isEmpty();
        }
        Map<String, NavigableMap<Long, Double>> curves = Curves.read(run);
        curves.keySet().removeIf(KilledRunTest::comesWithGrids);
        assertThat(curves).isNotEmpty();
        curves.forEach((tag, curve) -> {
            assertThat(curve.firstKey()).as(tag).isEqualTo(1);
            assertThat(curve.lastKey()).as(tag).isEqualTo(last);
            assertThat(curve).as(tag).hasSize((int) last);
        });
    }
}
