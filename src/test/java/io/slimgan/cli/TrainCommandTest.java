package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.HostTensor;
import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsFile;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.Problem;
import io.slimgan.session.TrainingSession;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeTrainingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {

    @TempDir
    Path folder;

    private Path config = Path.of("");
    private final Room room = new Room();

    /** Each session is finished as soon as it begins, unless a test wants otherwise. */
    private static final class Room extends FakeEngineRoom {
        private Consumer<FakeTrainingSession> fate = session -> session.advance(Long.MAX_VALUE);
        private Optional<RunSettings> settings = Optional.empty();
        private boolean resumed;

        @Override
        public TrainingSession start(Path workspace, String runName, RunSettings runSettings) {
            settings = Optional.of(runSettings);
            TrainingSession session = super.start(workspace, runName, runSettings);
            fate.accept(session(session.folder()));
            return session;
        }

        @Override
        public TrainingSession resume(Path runFolder, Optional<RunSettings> changed) {
            resumed = true;
            settings = changed;
            TrainingSession session = super.resume(runFolder, changed);
            fate.accept(session(session.folder()));
            return session;
        }
    }

    @BeforeEach
    void writeConfig() throws IOException {
        config = Files.writeString(folder.resolve("tiny.yaml"), "training: {steps: 50}\n");
    }

    private CommandLineRun train(String... more) {
        String[] args = new String[more.length + 4];
        args[0] = "train";
        args[1] = config.toString();
        args[2] = "--workspace";
        args[3] = folder.resolve("w").toString();
        System.arraycopy(more, 0, args, 4, more.length);
        return CommandLineRun.of(room, args);
    }

    private void existingRun(String name) {
        Path run = folder.resolve("w").resolve(name);
        SettingsFile.write(run.resolve("run.yaml"), SettingsFile.read(config, Map.of()));
    }

    @Test
    void aRunTrainsToItsEndInAFolderNamedLikeItsFile() {
        CommandLineRun run = train("--set", "training.batch_size=8", "--set", "model.widths=0.5,1", "--steps", "70");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("step 70/70 (100 %)")
                .contains("Finished at step 70")
                .contains("w/tiny");
        RunSettings settings = room.settings.orElseThrow();
        assertThat(settings.training().batchSize()).isEqualTo(8);
        assertThat(settings.model().widths()).containsExactly(0.5, 1.0);
        assertThat(room.session(folder.resolve("w/tiny")).commands()).contains("close");
        assertThat(room.isClosed()).isTrue();
    }

    @Test
    void anExistingRunIsNotWrittenOver() {
        existingRun("tiny");
        CommandLineRun run = train();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("exists already").contains("--resume").hasLineCount(1);
        assertThat(train("--run", "other").exitCode()).isZero();
    }

    @Test
    void resumeShowsWhatChangesAndGoesOn() {
        existingRun("tiny");
        CommandLineRun run = train("--resume", "--steps", "90", "--set", "training.optimizer.learning_rate=1e-3");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("changed  training.steps: 50 -> 90\n")
                .contains("changed  training.optimizer.learning_rate: 0.0002 -> 0.001\n");
        assertThat(room.resumed).isTrue();
        assertThat(room.settings.orElseThrow().training().steps()).isEqualTo(90);
    }

    @Test
    void resumeRefusesWhatMayNotChange() {
        existingRun("tiny");
        CommandLineRun run = train("--resume", "--steps", "90", "--set", "training.batch_size=8");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).as("nothing has changed").isEmpty();
        assertThat(run.err()).contains("training.batch_size: 64 -> 8").hasLineCount(1);
        assertThat(room.resumed).isFalse();
    }

    @Test
    void changesThatTheRoomRefusesAreNotShown() {
        existingRun("tiny");
        room.failStart(new UserError("Run tiny has all its 50 steps."));
        CommandLineRun run = train("--resume", "--steps", "25");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).isEqualTo("slimgan: Run tiny has all its 50 steps.\n");
    }

    @Test
    void aRunWithoutACheckpointIsBegunByResume() {
        existingRun("tiny");
        assertThat(train().err()).contains("exists already, without a checkpoint; --resume begins it");
        HostTensor weight = new HostTensor(new float[1], new long[] {1});
        Map<String, HostTensor> tensors = Map.of("l1.weight", weight);
        RunFolder.open(folder.resolve("w/tiny"))
                .checkpoints()
                .write(new Checkpoint(0, tensors, tensors, tensors, Map.of()));
        assertThat(train().err()).contains("exists already; go on with it by --resume");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../evil", "..", ".", "", " ", "a/b", "/evil", "w/../../evil", ".hidden", "con"})
    void aRunIsNamedByAPlainName(String name) {
        CommandLineRun run = train("--run", name);
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("slimgan: --run " + name + ": ").hasLineCount(1);
        assertThat(folder.resolve("w")).doesNotExist();
    }

    @Test
    void aRunIsNamedByItsPathInTheWorkspaceToo() {
        String first = folder.resolve("w/first").toString();
        assertThat(train("--run", first).exitCode()).isZero();
        assertThat(folder.resolve("w/first/run.yaml")).isRegularFile();
        assertThat(train("--run", first, "--resume").exitCode()).isZero();
        existingRun("group/second");
        assertThat(train("--run", folder.resolve("w/group/second").toString(), "--resume")
                        .exitCode())
                .isZero();
    }

    @Test
    void aMissingImageFolderIsToldAtItsLineBeforeAnythingBegins() throws IOException {
        Files.writeString(config, "data:\n  dataset: folder\n  path: nowhere\n");
        CommandLineRun run = train();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("slimgan: " + config + ":3: data.path is " + folder.resolve("nowhere")
                        + ", which does not exist; it must name the folder with the images.\n");
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("w")).doesNotExist();
        CommandLineRun typed = train("--set", "data.path=" + config);
        assertThat(typed.err())
                .contains("--set data.path=" + config + ": data.path is")
                .contains("is no folder");
        Files.createDirectory(folder.resolve("nowhere"));
        assertThat(train().exitCode()).isZero();
    }

    @Test
    void aCifarFolderThatLacksABatchIsToldAtItsLineBeforeAnythingBegins() throws IOException {
        Path cifar = Files.createDirectories(folder.resolve("cifar"));
        for (int batch : new int[] {1, 2, 4, 5}) {
            Files.write(cifar.resolve("data_batch_" + batch + ".bin"), new byte[3073]);
        }
        Files.writeString(config, "data:\n  dataset: cifar10\n  path: cifar\n");
        CommandLineRun run = train();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .startsWith(
                        "slimgan: " + config + ":3: " + cifar.resolve("data_batch_3.bin") + " is missing; data.path");
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("w")).doesNotExist();

        Files.write(cifar.resolve("data_batch_3.bin"), new byte[3074]);
        assertThat(train("--set", "data.path=" + cifar).err())
                .startsWith("slimgan: --set data.path=" + cifar + ": " + cifar.resolve("data_batch_3.bin")
                        + " is 3074 bytes long");
        assertThat(folder.resolve("w")).doesNotExist();
        Files.write(cifar.resolve("data_batch_3.bin"), new byte[3073]);
        assertThat(train().exitCode()).isZero();
    }

    @Test
    void resumeTakesARunsFolderToo() {
        existingRun("old");
        CommandLineRun run =
                CommandLineRun.of(room, "train", folder.resolve("w/old").toString(), "--resume", "--steps", "60");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("changed  training.steps: 50 -> 60").contains("Finished at step 60");
    }

    @Test
    void resumeNeedsARun() {
        CommandLineRun run = train("--resume");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("There is no run").contains("tiny").hasLineCount(1);
    }

    @Test
    void aWrongStepsOptionIsNamedAsItWasTyped() {
        CommandLineRun run = train("--steps", "none");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("slimgan: --steps none: training.steps is \"none\"; allowed is a whole number from 1 to"
                        + " 10000000.\n");
    }

    @Test
    void aRunThatPausesByItselfEndsTheCommandWithItsReason() {
        room.fate = session -> session.fail(RunState.PAUSED, new Problem("The loss is NaN at step 7.", "trace"));
        CommandLineRun run = train();
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("slimgan: The loss is NaN at step 7.\n");
        assertThat(room.session(folder.resolve("w/tiny")).commands()).contains("close");
    }

    @Test
    void whatTheUserCanFixHasExitCode2() {
        room.fate = session -> session.fail(RunState.FAILED, new Problem("data_batch_2.bin is missing.", "", true));
        assertThat(train().exitCode()).isEqualTo(2);
    }
}
