package io.slimgan.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EndingTest {

    @Test
    void aProcessKnowsThatItEnds() throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        EndingProcess.class.getName())
                .start();
        try (BufferedReader said = process.inputReader()) {
            assertThat(said.lines()).contains("before: false", "at the end: true");
        } finally {
            process.destroyForcibly();
        }
    }
}
