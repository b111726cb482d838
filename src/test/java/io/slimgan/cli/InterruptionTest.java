package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
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
        Path config = Files.writeString(folder.resolve("tiny.yaml"), "training: {steps: 50}\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        InterruptedTraining.class.getName(),
                        "train",
                        config.toString(),
                        "--workspace",
                        folder.resolve("w").toString())
                .redirectErrorStream(true)
                .start();
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
            assertThat(all.toString()).contains("Saving ...\nSaved at step 7; --resume goes on there.\n");
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(exitCode);
        } finally {
            process.destroyForcibly();
        }
    }
}
