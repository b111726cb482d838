package io.slimgan.runs;

import static io.slimgan.runs.OtherProcess.checkpoint;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.config.Defaults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointStoreTest {

    @TempDir
    Path workspace;

    private RunFolder run;
    private CheckpointStore store;

    @BeforeEach
    void create() {
        run = RunFolder.create(workspace, "run", Defaults.settings());
        store = run.checkpoints();
    }

    @Test
    void whatIsWrittenIsRead() {
        assertThat(store.newest()).isEmpty();
        assertThat(store.steps()).isEmpty();
        Checkpoint checkpoint = new Checkpoint(
                10_000,
                Map.of("l1.weight", new HostTensor(new float[] {1, 2}, new long[] {2})),
                Map.of("trunk.0.weight", new HostTensor(new float[] {Float.NaN}, new long[] {1, 1})),
                Map.of(),
                Map.of("best", "FID 12"));
        store.write(checkpoint);
        store.write(checkpoint(2, 3));
        assertThat(store.steps()).containsExactly(2L, 10_000L);
        assertThat(store.newest()).contains(checkpoint);
        assertThat(store.readGenerator(10_000)).isEqualTo(checkpoint.generator());
        assertThat(store.generatorChecksum(10_000)).matches("[0-9a-f]{64}");
        assertThat(run.path().resolve("checkpoints/step-00010000")).isDirectoryContaining("glob:**/state.json");
    }

    @Test
    void theSameStepIsReplaced() throws IOException {
        store.write(checkpoint(5, 10));
        store.write(checkpoint(5, 20));
        assertThat(store.read(5)).isEqualTo(checkpoint(5, 20));
        assertThat(FolderTree.list(store.path(5).resolveSibling(""), "*")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"generator.safetensors", "discriminator.safetensors", "optimizer.safetensors", "state.json"})
    void aMissingShortOrChangedFileMakesItFallBack(String name) throws IOException {
        store.write(checkpoint(1, 100));
        store.write(checkpoint(2, 100));
        Path file = store.path(2).resolve(name);
        byte[] sound = Files.readAllBytes(file);
        byte[] flipped = sound.clone();
        flipped[flipped.length / 2] ^= 4;
        for (byte[] broken : List.of(Arrays.copyOf(sound, sound.length / 2), flipped, new byte[0])) {
            Files.write(file, broken);
            assertThat(store.newest()).contains(checkpoint(1, 100));
        }
        Files.delete(file);
        assertThat(store.newest()).contains(checkpoint(1, 100));
        assertThat(store.newestStep()).isEqualTo(OptionalLong.of(1));
        assertThatThrownBy(() -> store.read(2)).isInstanceOf(UserError.class).hasMessageContaining(name);
        Files.write(file, sound);
        assertThat(store.newest()).contains(checkpoint(2, 100));
    }

    @Test
    void aNewerLayoutIsRefusedInsteadOfPassedOver() throws IOException {
        store.write(checkpoint(1, 1));
        store.write(checkpoint(2, 1));
        Path state = store.path(2).resolve("state.json");
        Files.writeString(state, Files.readString(state).replace("\"schema\" : 1", "\"schema\" : 2"));
        assertThatThrownBy(store::newest)
                .isInstanceOf(UserError.class)
                .hasMessageContaining("newer version of this program (layout 2");
    }

    @Test
    void theRightOnesAreKept() {
        for (long step : new long[] {0, 10, 20, 30, 40, 50}) {
            store.write(checkpoint(step, 1));
        }
        store.retain(2, Set.of(10L));
        assertThat(store.steps()).containsExactly(10L, 40L, 50L);
        store.retain(0, Set.of());
        assertThat(store.steps()).containsExactly(50L);
    }

    @Test
    void theNewestWholeOneIsKeptThoughDamagedOnesAreNewer() throws IOException {
        for (long step = 1; step <= 4; step++) {
            store.write(checkpoint(step, 1));
        }
        Files.delete(store.path(4).resolve("optimizer.safetensors"));
        Files.write(store.path(3).resolve("generator.safetensors"), new byte[3]);
        store.retain(1, Set.of());
        assertThat(store.steps()).containsExactly(2L, 3L, 4L);
        assertThat(store.newest()).contains(checkpoint(2, 1));
    }

    /** What a writer leaves that dies after each of its file operations. */
    @Test
    void noHalfWrittenOneIsEverSeenAndTheNextOwnerClearsUp() throws IOException {
        store.write(checkpoint(1, 100));
        store.write(checkpoint(2, 100));
        List<Path> files = FolderTree.list(store.path(2), "*");
        for (int there = 0; there <= files.size(); there++) {
            Path aside = Files.createDirectories(store.path(3).resolveSibling(".aside-step-00000003-" + there));
            for (Path file : files.subList(0, there)) {
                Files.copy(file, aside.resolve(file.getFileName()));
            }
            assertThat(store.steps()).containsExactly(1L, 2L);
            assertThat(store.newest()).contains(checkpoint(2, 100));
            run.lock().close();
            assertThat(aside).doesNotExist();
        }
    }

    @Test
    void aReplacementThatWasInterruptedIsTakenBack() throws IOException {
        store.write(checkpoint(1, 100));
        store.write(checkpoint(2, 100));
        Path replaced = store.path(2).resolveSibling(".replaced-step-00000002");
        Files.move(store.path(2), replaced);
        assertThat(store.newest()).contains(checkpoint(1, 100));
        run.lock().close();
        assertThat(store.newest()).contains(checkpoint(2, 100));
        Files.createDirectory(replaced);
        run.lock().close();
        assertThat(replaced).doesNotExist();
        assertThat(store.newest()).contains(checkpoint(2, 100));
    }

    @Test
    void anInterruptedThreadStillSaves() {
        Thread.currentThread().interrupt();
        store.write(checkpoint(1, 100));
        assertThat(Thread.interrupted()).isTrue();
        assertThat(store.newest()).contains(checkpoint(1, 100));
    }

    @Test
    void aMissingStepIsAnsweredWithThoseThatAreThere() {
        store.write(checkpoint(7, 1));
        assertThatThrownBy(() -> store.read(8))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("no checkpoint of step 8; there are [7]");
    }
}
