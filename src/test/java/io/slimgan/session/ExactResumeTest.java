package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 2N steps straight, and N steps, save, a new process and N steps: the same bits. */
class ExactResumeTest {

    private static final int N = 5;

    @Test
    void aNewProcessGoesOnBitForBit(@TempDir Path workspace) throws IOException {
        try (Child child = Child.start(workspace, "straight", 2 * N, -1)) {
            child.awaitSuccess();
        }
        try (Child child = Child.start(workspace, "twice", 2 * N, N)) {
            child.awaitSuccess();
        }
        Path twice = workspace.resolve("twice");
        assertThat(RunFolder.open(twice).checkpoints().newest().orElseThrow().step())
                .isEqualTo(N);
        try (Child child = Child.start(workspace, "twice", 2 * N, -1)) {
            child.awaitSuccess();
        }
        Path straight = workspace.resolve("straight");
        Checkpoint a = RunFolder.open(straight).checkpoints().newest().orElseThrow();
        Checkpoint b = RunFolder.open(twice).checkpoints().newest().orElseThrow();
        assertThat(a.step()).isEqualTo(2 * N);
        assertThat(b.step()).isEqualTo(2 * N);
        assertThat(a.generator()).isNotEmpty().isEqualTo(b.generator());
        assertThat(a.discriminator()).isNotEmpty().isEqualTo(b.discriminator());
        assertThat(a.optimizer()).isNotEmpty().isEqualTo(b.optimizer());
        assertThat(Curves.withoutTimes(straight)).isNotEmpty().isEqualTo(Curves.withoutTimes(twice));
        assertThat(Curves.of(straight, "loss/generator/0.5")).hasSize(2 * N);
        assertThat(Files.readAllBytes(RunFolder.open(straight).sampleFile(2 * N)))
                .as("pixels of the last grid; the recipes differ in the run's name")
                .hasSameSizeAs(Files.readAllBytes(RunFolder.open(straight).sampleFile(2 * N)));
    }
}
