package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over the engine room that really computes, on the built-in images. */
class RealEngineTest {

    private static final String TINY = """
            data: {image_size: 16}
            model: {generator_channels: 16, discriminator_channels: 16, latent_size: 8}
            training: {steps: 3, batch_size: 4}
            logging: {sample_columns: 3, scalars_every_steps: 1}
            engine: {device: cpu, threads: 2}
            """;

    @TempDir
    Path folder;

    private CommandLineRun slimgan(String... args) {
        CommandLineRun run = TinyRun.slimgan(folder, args);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run;
    }

    @Test
    void aRunIsTrainedContinuedSampledAndSampledAgain() throws IOException {
        String config = Files.writeString(folder.resolve("tiny.yaml"), TINY).toString();
        assertThat(slimgan("train", config).out())
                .contains("step 3/3 (100 %), loss D/G 0.25: ")
                .contains("Finished");
        assertThat(slimgan("train", config, "--resume", "--steps", "6").out())
                .contains("changed  training.steps: 3 -> 6")
                .contains("Finished at step 6");
        slimgan("train", config, "--run", "straight", "--steps", "6");
        for (String part : List.of("generator", "discriminator", "optimizer")) {
            String file = "checkpoints/step-00000006/" + part + ".safetensors";
            assertThat(folder.resolve("tiny").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("straight").resolve(file));
        }
        Path stored = folder.resolve("tiny/samples/step-00000006.png");
        Path again = folder.resolve("again.png");
        slimgan("sample", "--recipe", stored.toString(), "--out", again.toString());
        assertThat(again).hasSameBinaryContentAs(stored);
        slimgan("sample", "tiny", "--seed", "1", "--count", "5", "--checkpoint", "3", "--out", folder + "/five.png");
        assertThat(slimgan("info", "tiny").out()).contains("sndcgan, 16 x 16 pixels");
    }
}
