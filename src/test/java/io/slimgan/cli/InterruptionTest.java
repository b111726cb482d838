package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.QueueView;
import io.slimgan.runs.queue.RunQueue;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterruptionTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"INT,130", "TERM,143"})
    void aSignalSavesStopsAndIsTheExitCode(String signal, int exitCode) throws IOException, InterruptedException {
        Signals.assumeReaches(signal);
        String said = interrupted(signal, exitCode);
        assertThat(said).contains("Saving ...\nSaved at step 7; --resume goes on there.\n");
    }

    @Test
    void anInterruptedSweepLeavesTheRestQueued() throws IOException, InterruptedException {
        Signals.assumeReaches("INT");
        String said = interrupted("INT", 130, "--seeds", "0-2");
        assertThat(said)
                .contains("[1/3] tiny-seed0: begins.")
                .contains("Saving ...\nSaved at step 7; the same command goes on there.\n3 runs stay queued.\n");
        QueueView queue = RunQueue.of(folder.resolve("w")).view();
        assertThat(queue.count(QueueState.WAITING)).isEqualTo(3);
        assertThat(queue.owner()).isEmpty();
    }

    /** Trains in a process of its own, which is told to end at step 7; what it said. */
    private String interrupted(String signal, int exitCode, String... more) throws IOException, InterruptedException {
        Path config = Files.writeString(folder.resolve("tiny.yaml"), "training: {steps: 50}\n");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                InterruptedTraining.class.getName(),
                "train",
                config.toString(),
                "--workspace",
                folder.resolve("w").toString()));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (BufferedReader said = process.inputReader()) {
            StringBuilder all = new StringBuilder();
            String line = said.readLine();
            while (line != null) {
                all.append(line).append('\n');
                if (line.startsWith("step 7/50")) {
                    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                            .start()
                            .waitFor();
                }
                line = said.readLine();
            }
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(exitCode);
            return all.toString();
        } finally {
            process.destroyForcibly();
        }
    }
}
