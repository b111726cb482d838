package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.session.EngineRooms;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ctrl-C while a real process measures a real run. */
class MeasuringInterruptionTest {

    private static final String TINY = """
            data: {image_size: 16}
            model: {generator_channels: 16, discriminator_channels: 16, latent_size: 8, widths: [0.5, 1]}
            training: {steps: 2, batch_size: 4}
            logging: {sample_columns: 3, scalars_every_steps: 1}
            checkpoints: {every_steps: 1}
            engine: {device: cpu, threads: 1}
            """;

    @TempDir
    static Path folder;

    @BeforeAll
    static void train() throws IOException {
        String config = Files.writeString(folder.resolve("tiny.yaml"), TINY).toString();
        CommandLineRun trained =
                CommandLineRun.of(EngineRooms.create(), "train", config, "--workspace", folder.toString());
        assertThat(trained.exitCode()).as(trained.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evaluate tiny --json", "report tiny --out report"})
    void ctrlCIsTheExitCodeAndLeavesNothingBehind(String typed) throws IOException, InterruptedException {
        Signals.assumeReaches("INT");
        Map<String, String> before = files(folder.resolve("tiny"));
        Path out = Files.createTempFile(folder, "out", ".txt");
        Process process = process(typed, out);
        StringBuilder all = new StringBuilder();
        try (BufferedReader said = process.errorReader()) {
            boolean told = false;
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                all.append(line).append('\n');
                if (!told && line.contains(" images")) {
                    told = true;
                    new ProcessBuilder("kill", "-INT", String.valueOf(process.pid()))
                            .start()
                            .waitFor();
                }
            }
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(all.toString())
                .endsWith("Cancelled; nothing is half-written.\n")
                .doesNotContain("xception");
        assertThat(process.exitValue()).isEqualTo(130);
        assertThat(out).isEmptyFile();
        assertThat(files(folder.resolve("tiny"))).isEqualTo(before);
        assertThat(folder.resolve("report")).doesNotExist();
    }

    /** So many images that the first line about them, which comes after five seconds, finds it in their midst. */
    private static Process process(String typed, Path out) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dai.djl.offline=true",
                "-DOPT_OUT_TRACKING=true",
                "-Dslimgan.home=" + folder.resolve("home"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                InterruptedMeasuring.class.getName()));
        command.addAll(List.of(typed.split(" ")));
        command.addAll(List.of("--workspace", folder.toString(), "--samples", "50000", "--threads", "1"));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .start();
    }

    private static Map<String, String> files(Path run) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(run)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(run.relativize(file).toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        }
        return files;
    }
}
