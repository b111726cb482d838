package io.slimgan.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as its user starts it: a process of its own, nothing set. */
class MainTest {

    @TempDir
    Path folder;

    @Test
    void theTerminalShowsTheAnswerAndNothingElse() {
        ChildJvm.Outcome outcome = run("--version");
        assertThat(outcome.output()).matches("SlimGAN Explorer \\d+\\.\\d+\\.\\d+\\S*\\R");
        assertThat(outcome.code()).isZero();
    }

    @Test
    void aMistakeIsOneLineAndCodeTwo() {
        ChildJvm.Outcome outcome = run("info", folder.resolve("missing.yaml").toString());
        assertThat(outcome.output().lines()).hasSize(1);
        assertThat(outcome.output()).contains("missing.yaml");
        assertThat(outcome.code()).isEqualTo(2);
    }

    @Test
    void trainingKeepsTheEnginesTalkOffTheTerminal() throws IOException {
        Path config = Files.writeString(folder.resolve("tiny.yaml"), """
                model: {generator_channels: 16, discriminator_channels: 16, widths: [0.5, 1]}
                training: {steps: 2, batch_size: 4}
                """);
        ChildJvm.Outcome outcome = run(
                "train",
                config.toString(),
                "--workspace",
                folder.resolve("runs").toString());
        assertThat(outcome.code()).as(outcome.output()).isZero();
        assertThat(outcome.output()).contains("Finished at step 2").doesNotContainIgnoringCase("warn", "slf4j", "INFO");
        assertThat(folder.resolve("runs/tiny/checkpoints/step-00000002/generator.safetensors"))
                .exists();
        assertThat(log()).contains("PtEngine").doesNotContain("ERROR");
    }

    @Test
    void withoutADisplayTheWindowSaysSoAndEnds() {
        assumeTrue(
                System.getProperty("os.name", "").startsWith("Linux"),
                "Skipped: only X11 and Wayland can be taken away from a process.");
        ProcessBuilder builder = ChildJvm.builder(options(), Main.class, "gui");
        builder.environment().remove("DISPLAY");
        builder.environment().remove("WAYLAND_DISPLAY");
        ChildJvm.Outcome outcome = ChildJvm.run(builder);
        assertThat(outcome.output()).contains("needs a desktop display").doesNotContain("\tat ");
        assertThat(outcome.code()).isEqualTo(2);
    }

    private ChildJvm.Outcome run(String... arguments) {
        return ChildJvm.run(ChildJvm.builder(options(), Main.class, arguments));
    }

    /** The program's own log settings: the tests' would be found first on their class path. */
    private List<String> options() {
        return List.of(
                "-Dslimgan.home=" + folder.resolve("home"),
                "-DDJL_CACHE_DIR=" + System.getProperty("DJL_CACHE_DIR"),
                "-Dlogback.configurationFile=logback.xml");
    }

    private String log() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("home/state/log"))) {
            return files.map(MainTest::read).collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
