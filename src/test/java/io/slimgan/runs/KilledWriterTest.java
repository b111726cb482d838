package io.slimgan.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.Defaults;
import io.slimgan.runs.events.EventBatch;
import io.slimgan.runs.events.EventFollower;
import io.slimgan.runs.events.ScalarPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real process writes and is killed at random moments while this one reads. */
@Timeout(value = 240, unit = TimeUnit.SECONDS)
class KilledWriterTest {

    private static final int KILLS = 6;

    @TempDir
    Path workspace;

    @Test
    void whateverTheMomentTheRunIsWholeAndItsCurveHasNoZigZag() {
        RunFolder run = RunFolder.create(workspace, "run", Defaults.settings());
        List<ScalarPoint> curve = new ArrayList<>();
        Random random = new Random(5);
        try (EventFollower follower = EventFollower.open(run.path())) {
            long newest = -1;
            for (int kill = 0; kill < KILLS; kill++) {
                try (OtherProcess writer = OtherProcess.start("train", run.path())) {
                    assertThat(writer.says()).isEqualTo("from " + newest);
                    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200 + random.nextInt(600));
                    while (System.nanoTime() < until) {
                        newest = Math.max(newest, newestIsWhole(run));
                        follow(follower, curve);
                    }
                }
                newest = newestIsWhole(run);
                follow(follower, curve);
                assertThat(run.owner()).isEmpty();
            }
            assertThat(newest).isGreaterThan(KILLS);
            assertThat(curve).extracting(ScalarPoint::step).isEqualTo(from0To(curve.size()));
            List<ScalarPoint> again = new ArrayList<>();
            follow(EventFollower.open(run.path()), again);
            assertThat(again).isEqualTo(curve);
            assertThat((long) curve.size()).isBetween(newest + 1, newest + 2);
        }
    }

    private static long newestIsWhole(RunFolder run) {
        return run.checkpoints()
                .newest()
                .map(c -> {
                    assertThat(c).isEqualTo(OtherProcess.checkpoint(c.step(), 20_000));
                    return c.step();
                })
                .orElse(-1L);
    }

    private static void follow(EventFollower follower, List<ScalarPoint> curve) {
        EventBatch batch = follower.poll();
        batch.keepUpTo().ifPresent(step -> curve.removeIf(p -> p.step() > step));
        curve.addAll(batch.points());
        assertThat(batch.problems()).isEmpty();
        assertThat(curve).extracting(ScalarPoint::step).isEqualTo(from0To(curve.size()));
    }

    private static List<Long> from0To(int count) {
        return LongStream.range(0, count).boxed().toList();
    }
}
