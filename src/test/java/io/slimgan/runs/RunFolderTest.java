package io.slimgan.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.HostTensor;
import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.config.Defaults;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.events.EventWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("try") // a lock is held, not used
class RunFolderTest {

    private static final RunSettings SETTINGS = Defaults.settings();

    @TempDir
    Path workspace;

    @Test
    void aRunIsMadeAndOpened() throws IOException {
        Path deep = workspace.resolve("not/there/yet");
        RunFolder made = RunFolder.create(deep, "First run", SETTINGS);
        RunFolder opened = RunFolder.open(made.path());
        assertThat(opened.settings()).isEqualTo(SETTINGS);
        assertThat(opened.name()).isEqualTo("First run");
        assertThat(opened.sampleFile(10_000)).isEqualTo(made.path().resolve("samples/step-00010000.png"));
        assertThat(FolderTree.list(deep, "*")).containsExactly(made.path());
        assertThat(FolderTree.list(made.path(), "*"))
                .containsExactly(made.path().resolve("run.yaml"));
    }

    @Test
    void aTakenNameIsRefusedWithAFreeOne() {
        RunFolder.create(workspace, "a", SETTINGS);
        assertThatThrownBy(() -> RunFolder.create(workspace, "a", SETTINGS))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("already a run called \"a\"")
                .hasMessageContaining("\"a-2\"");
    }

    @Test
    void whatIsNoRunIsRefused() throws IOException {
        assertThatThrownBy(() -> RunFolder.open(workspace))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("it has no run.yaml");
        Path newer = Files.createDirectory(workspace.resolve("newer"));
        Files.writeString(newer.resolve("run.yaml"), "schema: 99\nsome_new_setting: 3\n");
        assertThatThrownBy(() -> RunFolder.open(newer))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("newer version");
    }

    @Test
    void latentsComeBack() {
        RunFolder run = RunFolder.create(workspace, "a", SETTINGS);
        assertThatThrownBy(run::readLatents).isInstanceOf(UserError.class).hasMessageContaining("latents.safetensors");
        FixedLatents latents = new FixedLatents(
                List.of(-1L, Long.MAX_VALUE), new HostTensor(new float[] {1, 2, 3, 4, 5, 6}, new long[] {2, 3}));
        run.writeLatents(latents);
        assertThat(run.readLatents()).isEqualTo(latents);
    }

    @Test
    void theIndexShowsEveryRunAndTheProblemsOfBrokenOnes() throws IOException {
        assertThat(RunIndex.list(workspace.resolve("none"))).isEmpty();
        RunFolder.create(workspace, "begun", SETTINGS);
        RunFolder done = RunFolder.create(workspace, "done", SETTINGS);
        done.checkpoints().write(OtherProcess.checkpoint(SETTINGS.training().steps(), 1));
        RunFolder live = RunFolder.create(workspace, "live", SETTINGS);
        live.checkpoints().write(OtherProcess.checkpoint(7, 1));
        Files.createDirectory(workspace.resolve("holiday pictures"));
        Files.createDirectories(workspace.resolve("lost/checkpoints"));
        RunFolder broken = RunFolder.create(workspace, "broken", SETTINGS);
        Files.writeString(broken.path().resolve("run.yaml"), "training: [");
        try (RunLock lock = live.lock()) {
            List<RunSummary> runs = RunIndex.list(workspace);
            assertThat(runs)
                    .extracting(RunSummary::name)
                    .containsExactlyInAnyOrder("begun", "done", "live", "lost", "broken");
            assertThat(runs)
                    .isSortedAccordingTo(Comparator.comparing(RunSummary::lastChange)
                            .reversed()
                            .thenComparing(RunSummary::name));
            assertThat(find(runs, "begun").state()).isEqualTo(RunState.STOPPED);
            assertThat(find(runs, "done").state()).isEqualTo(RunState.FINISHED);
            assertThat(find(runs, "live").state()).isEqualTo(RunState.RUNNING);
            assertThat(find(runs, "live").step()).isEqualTo(7);
            assertThat(find(runs, "live").settings()).contains(SETTINGS);
            assertThat(find(runs, "live").problem()).isEmpty();
            assertThat(find(runs, "lost").problem()).get().asString().contains("run.yaml");
            assertThat(find(runs, "broken").state()).isEqualTo(RunState.FAILED);
            assertThat(find(runs, "broken").problem()).get().asString().contains("run.yaml");
        }
    }

    @Test
    void aRunInTrainingIsAsFarAsItsLogAndAStoppedOneAsItsCheckpoint() {
        RunFolder run = RunFolder.create(workspace, "live", SETTINGS);
        run.checkpoints().write(OtherProcess.checkpoint(7, 1));
        try (RunLock lock = run.lock();
                EventWriter log = EventWriter.resume(run.path(), 7)) {
            assertThat(RunIndex.summary(run.path()).step()).isEqualTo(7);
            log.scalar("loss", 12, 0.5);
            log.flush();
            assertThat(RunIndex.summary(run.path()).step()).isEqualTo(12);
        }
        assertThat(RunIndex.summary(run.path()).step()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Größe 2", "0.25_x-y", "run.1", "concert"})
    void goodNamesPass(String name) {
        assertThat(RunNames.problem(name)).isEmpty();
        assertThat(RunFolder.create(workspace, name, SETTINGS).path()).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " a", "a ", "a.", ".a", "-a", "../a", "a/b", "a\\b", "a:b", "a\nb", "CON", "nul.txt", "com1"
            })
    void badNamesAreRefusedWithTheRule(String name) {
        assertThatThrownBy(() -> RunFolder.create(workspace, name, SETTINGS)).isInstanceOf(UserError.class);
        assertThat(workspace).isEmptyDirectory();
    }

    @ParameterizedTest
    @CsvSource({"shapes,shapes", "taken,taken-2", "a/b:c,a-b-c", "'  ',run", "../..,run", "CON,run-CON", "'x. ',x"})
    void proposedNamesAreFreeAndAllowed(String wish, String expected) {
        RunFolder.create(workspace, "taken", SETTINGS);
        String proposed = RunNames.propose(workspace, wish);
        assertThat(proposed).isEqualTo(expected);
        assertThat(RunNames.problem(proposed)).isEmpty();
        assertThat(RunNames.problem(RunNames.propose(workspace, wish.repeat(60))))
                .isEmpty();
    }

    private static RunSummary find(List<RunSummary> runs, String name) {
        return runs.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow();
    }
}
