package io.slimgan.runs.queue;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.HostTensor;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    @TempDir
    Path folder;

    @BeforeEach
    void files() throws IOException {
        write("a.yaml", "seed: 4\ntraining: {steps: 50}\n");
        write("sub/b.yml", "training: {steps: 60}\n");
        write("sub/c.yaml", "training: {steps: 70}\n");
        write("sub/notes.txt", "nothing\n");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Sweep sweep(List<Long> seeds, Map<String, String> overrides, String... subjects) {
        return Sweep.of(
                new SweepOrder(List.of(subjects).stream().map(folder::resolve).toList(), seeds, overrides));
    }

    private static List<String> names(Sweep sweep) {
        return sweep.runs().stream().map(SweepRun::name).toList();
    }

    @Test
    void filesAndFoldersAreTrainedWithEachSeedInTurn() {
        Sweep sweep = sweep(List.of(0L, 1L), Map.of("training.batch_size", "8"), "a.yaml", "sub");
        assertThat(sweep.problems()).isEmpty();
        assertThat(names(sweep)).containsExactly("a-seed0", "a-seed1", "b-seed0", "b-seed1", "c-seed0", "c-seed1");
        RunSettings second = sweep.runs().get(1).settings();
        assertThat(second.seed()).isEqualTo(1);
        assertThat(second.training().steps()).isEqualTo(50);
        assertThat(second.training().batchSize()).isEqualTo(8);
    }

    @Test
    void withoutSeedsEachConfigurationHasItsOwn() {
        assertThat(names(sweep(List.of(), Map.of(), "a.yaml"))).containsExactly("a-seed4");
    }

    @Test
    void aListNamesFilesFoldersPatternsSeedsSettingsAndWorkspace() throws IOException {
        write("lists/all.yaml", """
                configurations:
                  - ../a.yaml
                  - ../s?b/*.yaml
                  - ../sub
                seeds: [2, 3]
                set:
                  training.steps: 9
                  training: {batch_size: 4}
                workspace: ../w
                """);
        Sweep sweep = sweep(List.of(), Map.of(), "lists/all.yaml");
        assertThat(sweep.problems()).isEmpty();
        assertThat(names(sweep)).containsExactly("a-seed2", "a-seed3", "c-seed2", "c-seed3", "b-seed2", "b-seed3");
        assertThat(sweep.runs()).allMatch(run -> run.settings().training().steps() == 9);
        assertThat(sweep.runs()).allMatch(run -> run.settings().training().batchSize() == 4);
        assertThat(sweep.workspaces()).containsExactly(folder.resolve("w"));

        Sweep typed = sweep(List.of(7L), Map.of("training.steps", "11"), "lists/all.yaml");
        assertThat(names(typed))
                .as("what is typed goes before")
                .contains("a-seed7")
                .hasSize(3);
        assertThat(typed.runs()).allMatch(run -> run.settings().training().steps() == 11);
    }

    @Test
    void aFolderOfConfigurationsPassesItsListsOver() throws IOException {
        write("sub/list.yaml", "configurations: [b.yml]\nseeds: 5\n");
        assertThat(names(sweep(List.of(0L), Map.of(), "sub"))).containsExactly("b-seed0", "c-seed0");
    }

    @Test
    void allProblemsAreToldAtOnce() throws IOException {
        write("bad.yaml", "training: {steps: 0}\nmodel: {widths: [2]}\n");
        write("typo.yaml", "training: {stepps: 1}\n");
        write("other/a.yaml", "training: {steps: 51}\n");
        write("empty/readme.txt", "");
        write("list.yaml", "configurations:\n  - missing.yaml\n  - sub/*.yaml\nset:\n  training.batch_size: none\n");
        write("nested.yaml", "configurations:\n  - list.yaml\n");
        write("wrong.yaml", "configurations: [a.yaml]\nseed: 3\n");
        Sweep sweep = sweep(
                List.of(0L),
                Map.of(),
                "a.yaml",
                "bad.yaml",
                "typo.yaml",
                "other/a.yaml",
                "empty",
                "list.yaml",
                "nested.yaml",
                "wrong.yaml",
                "gone.yaml");
        assertThat(sweep.problems())
                .anyMatch(p -> p.contains("bad.yaml:1: training.steps is"))
                .anyMatch(p -> p.contains("bad.yaml:2: model.widths is"))
                .anyMatch(p -> p.contains("typo.yaml:1: unknown setting training.stepps"))
                .anyMatch(p -> p.contains("would both be the run a-seed0"))
                .anyMatch(p -> p.contains("empty holds no settings file"))
                .anyMatch(p -> p.contains("list.yaml:2: ") && p.contains("missing.yaml does not exist"))
                .anyMatch(p -> p.startsWith(folder.resolve("list.yaml") + ":5: training.batch_size is \"none\""))
                .anyMatch(p -> p.contains("wrong.yaml:2: a list file has no seed"))
                .anyMatch(p -> p.contains("gone.yaml does not exist"))
                .anyMatch(p -> p.contains("nested.yaml:2: ") && p.contains("list.yaml is a list itself"))
                .hasSize(10);
    }

    @Test
    void theSampleListCanBeTrainedAsItIs() {
        Sweep sweep = Sweep.of(new SweepOrder(List.of(Path.of("sample-configs", "sweep.yaml")), List.of(), Map.of()));
        assertThat(sweep.problems()).isEmpty();
        assertThat(names(sweep)).containsExactly("quick-cpu-seed0", "quick-cpu-seed1");
    }

    @Test
    void theSeedIsNotSetTwice() {
        assertThat(sweep(List.of(1L), Map.of("seed", "3"), "a.yaml").problems())
                .singleElement()
                .asString()
                .contains("The seed is set to 3 for all, and seeds are listed besides");
    }

    @Test
    void whatIsThereDecidesWhatThereIsToDo() {
        Path w = folder.resolve("w");
        RunSettings wanted = sweep(List.of(), Map.of(), "a.yaml").runs().get(0).settings();
        RunSettings other = sweep(List.of(), Map.of("training.batch_size", "8"), "a.yaml")
                .runs()
                .get(0)
                .settings();
        RunSettings longer = sweep(List.of(), Map.of("training.steps", "80"), "a.yaml")
                .runs()
                .get(0)
                .settings();
        assertThat(FoundRun.of(w, "a-seed4", wanted).kind()).isEqualTo(FoundRun.Kind.NEW);

        RunFolder run = RunFolder.create(w, "a-seed4", wanted);
        checkpoint(run, 20);
        assertThat(FoundRun.of(w, "a-seed4", wanted)).isEqualTo(new FoundRun(FoundRun.Kind.BEGUN, 20, ""));
        assertThat(FoundRun.of(w, "a-seed4", other).kind()).isEqualTo(FoundRun.Kind.OTHER);
        assertThat(FoundRun.of(w, "a-seed4", other).sentence()).contains("training.batch_size: 64 -> 8");
        try (RunLock held = run.lock()) {
            assertThat(held).isNotNull();
            assertThat(FoundRun.of(w, "a-seed4", wanted).kind()).isEqualTo(FoundRun.Kind.BUSY);
        }

        checkpoint(run, 50);
        assertThat(FoundRun.of(w, "a-seed4", wanted).kind()).isEqualTo(FoundRun.Kind.COMPLETE);
        assertThat(FoundRun.of(w, "a-seed4", longer))
                .isEqualTo(new FoundRun(FoundRun.Kind.BEGUN, 50, "It goes on with training.steps: 50 -> 80."));
        assertThat(FoundRun.of(w, "a-seed4", other).kind()).isEqualTo(FoundRun.Kind.OTHER);
    }

    private static void checkpoint(RunFolder run, long step) {
        Map<String, HostTensor> tensors = Map.of("w", new HostTensor(new float[1], new long[] {1}));
        run.checkpoints().write(new Checkpoint(step, tensors, tensors, tensors, Map.of()));
    }
}
