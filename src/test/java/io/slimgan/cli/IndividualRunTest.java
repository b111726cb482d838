package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run of one narrow width, on a part of CIFAR-10, says both: its width's name and how many images it found. */
class IndividualRunTest {

    @TempDir
    Path folder;

    @Test
    void itsWidthAndItsImagesAreNamed() throws IOException {
        for (int batch = 1; batch <= 5; batch++) {
            Files.write(folder.resolve("data_batch_" + batch + ".bin"), new byte[2 * 3073]);
        }
        Path yaml = Files.writeString(folder.resolve("narrow.yaml"), """
                data: {dataset: cifar10, path: ., image_size: 32}
                model: {generator_channels: 32, discriminator_channels: 16, latent_size: 8, widths: [1], individual_width: 0.5}
                training: {steps: 2, batch_size: 4}
                logging: {sample_columns: 3, scalars_every_steps: 1}
                checkpoints: {every_steps: 1}
                engine: {device: cpu, threads: 1}
                """);
        CommandLineRun trained = TinyRun.slimgan(folder.resolve("w"), "train", yaml.toString());
        assertThat(trained.exitCode()).as(trained.err()).isZero();
        assertThat(trained.out())
                .containsOnlyOnce("note  10 images were found; the whole of CIFAR-10 has 50,000 for training.")
                .contains("loss D/G 0.5: ");
        CommandLineRun info = TinyRun.slimgan(folder.resolve("w"), "info", "narrow");
        assertThat(info.out()).containsPattern("\n0\\.5 +").doesNotContainPattern("\n1 +");
        CommandLineRun drawn = TinyRun.slimgan(
                folder.resolve("w"),
                "sample",
                "narrow",
                "--widths",
                "0.5",
                "--out",
                folder.resolve("x.png").toString());
        assertThat(drawn.out()).as(drawn.err()).contains("widths 0.5, 3 latents");
        CommandLineRun measured =
                TinyRun.slimgan(folder.resolve("w"), "evaluate", "narrow", "--metrics", "recall", "--samples", "10");
        assertThat(measured.out()).as(measured.err()).contains("note  10 images were found; the whole of CIFAR-10");
        assertThat(LastFigures.of(folder.resolve("w/narrow")).losses()).startsWith("0.5×: ");
    }

    @Test
    void manyRemarksAreCountedAndNotAllTold() {
        assertThat(ImageNotes.lines(List.of("a", "b"))).containsExactly("note  a", "note  b");
        assertThat(ImageNotes.lines(List.of("a", "b", "c", "d", "e", "f", "g")))
                .hasSize(6)
                .last()
                .asString()
                .startsWith("note  and 2 more");
    }
}
