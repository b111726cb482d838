package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.RunFolder;
import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.QueueView;
import io.slimgan.runs.queue.RunQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep is killed in its second run; the same command goes on with it, exactly, and then with the third. */
class KilledSweepTest {

    private static final int STEPS = 40;

    @TempDir
    Path folder;

    @Test
    void theSameCommandGoesOnAfterAKill() throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("tiny.yaml"), TinyRun.SETTINGS.replace("steps: 2", "steps: 40"));
        Path w = folder.resolve("w");
        killInSecondRun(config, w);

        QueueView left = RunQueue.of(w).view();
        assertThat(left.owner()).as("a killed process owns nothing").isEmpty();
        assertThat(left.entries())
                .extracting(e -> e.name() + " " + e.state())
                .containsExactly("tiny-seed0 COMPLETE", "tiny-seed1 WAITING", "tiny-seed2 WAITING");

        CommandLineRun again = TinyRun.slimgan(w, "train", config.toString(), "--seeds", "0-2");
        assertThat(again.exitCode()).as(again.err()).isZero();
        assertThat(again.out())
                .contains("[1/3] tiny-seed0: complete with 40 steps; skipped.")
                .contains("[2/3] tiny-seed1: goes on.")
                .contains("[3/3] tiny-seed2: begins.")
                .containsPattern("tiny-seed0 +complete before +40/40")
                .containsPattern("tiny-seed1 +complete +40/40 +0:\\d\\d +1×: -?\\d+\\.\\d{3}/-?\\d+\\.\\d{3}");
        assertThat(RunQueue.of(w).view().count(QueueState.WAITING)).isZero();

        TinyRun.slimgan(w, "train", config.toString(), "--run", "straight", "--set", "seed=1");
        assertThat(generator(w.resolve("tiny-seed1")))
                .as("killed and gone on, and trained in one go, bit for bit")
                .isEqualTo(generator(w.resolve("straight")))
                .isNotEqualTo(generator(w.resolve("tiny-seed2")));
    }

    private static String generator(Path run) {
        return RunFolder.open(run).checkpoints().generatorChecksum(STEPS);
    }

    private void killInSecondRun(Path config, Path w) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dai.djl.offline=true",
                        "-DOPT_OUT_TRACKING=true",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SweepingProcess.class.getName(),
                        "train",
                        config.toString(),
                        "--seeds",
                        "0-2",
                        "--workspace",
                        w.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
        try {
            Path second = w.resolve("tiny-seed1");
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
            while (!Files.exists(second.resolve("run.yaml"))
                    || RunFolder.open(second).checkpoints().newestStep().orElse(0) < 3) {
                assertThat(process.isAlive())
                        .as(Files.readString(folder.resolve("said.txt")))
                        .isTrue();
                assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
                Thread.sleep(5);
            }
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(RunFolder.open(second).checkpoints().newestStep().orElse(0))
                    .as("killed before its end")
                    .isLessThan(STEPS);
        } finally {
            process.destroyForcibly();
        }
    }
}
