package io.slimgan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.HostTensor;
import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsFile;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunLock;
import io.slimgan.runs.queue.QueueEntry;
import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.RunQueue;
import io.slimgan.runs.queue.SweepRun;
import io.slimgan.session.Problem;
import io.slimgan.session.TrainingSession;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.FakeTrainingSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {

    @TempDir
    Path folder;

    private final Room room = new Room();

    /** Each run is trained to its end at once and leaves a checkpoint there, unless a test wants otherwise. */
    private static final class Room extends FakeEngineRoom {
        private final List<String> trained = new ArrayList<>();
        private Consumer<FakeTrainingSession> fate = Room::finish;

        @Override
        public TrainingSession start(Path workspace, String runName, RunSettings settings) {
            trained.add("start " + runName);
            TrainingSession session = super.start(workspace, runName, settings);
            fate.accept(session(session.folder()));
            return session;
        }

        @Override
        public TrainingSession resume(Path runFolder, Optional<RunSettings> changed) {
            trained.add("resume " + runFolder.getFileName());
            TrainingSession session = super.resume(runFolder, changed);
            fate.accept(session(session.folder()));
            return session;
        }

        static void finish(FakeTrainingSession session) {
            session.advance(Long.MAX_VALUE);
            checkpoint(session.folder(), session.status().totalSteps());
        }
    }

    private static void checkpoint(Path run, long step) {
        Map<String, HostTensor> tensors = Map.of("w", new HostTensor(new float[1], new long[] {1}));
        RunFolder.open(run).checkpoints().write(new Checkpoint(step, tensors, tensors, tensors, Map.of()));
    }

    @BeforeEach
    void files() throws IOException {
        Files.writeString(folder.resolve("a.yaml"), "training: {steps: 50}\n");
        Files.writeString(folder.resolve("b.yaml"), "training: {steps: 60}\n");
    }

    private Path workspace() {
        return folder.resolve("w");
    }

    private CommandLineRun train(String... args) {
        List<String> all = new ArrayList<>(List.of("train"));
        for (String arg : args) {
            boolean isFile = Files.exists(folder.resolve(arg)) && !arg.startsWith("-");
            all.add(isFile ? folder.resolve(arg).toString() : arg);
        }
        all.addAll(List.of("--workspace", workspace().toString()));
        return CommandLineRun.of(room, all.toArray(String[]::new));
    }

    private List<String> queued() {
        return RunQueue.of(workspace()).view().entries().stream()
                .map(e -> e.name() + " " + e.state())
                .toList();
    }

    @Test
    void configurationsAndSeedsAreTrainedOneAfterTheOther() {
        CommandLineRun run = train("a.yaml", "b.yaml", "--seeds", "0,1");
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        assertThat(room.trained).containsExactly("start a-seed0", "start a-seed1", "start b-seed0", "start b-seed1");
        assertThat(run.out())
                .contains("[1/4] a-seed0: begins.")
                .contains("[4/4] b-seed1: begins.")
                .containsPattern("run +state +steps +time +loss D/G +best\n")
                .containsPattern("a-seed0 +complete +50/50 +0:0\\d\n")
                .containsPattern("b-seed1 +complete +60/60 ");
        assertThat(queued())
                .containsExactly("a-seed0 COMPLETE", "a-seed1 COMPLETE", "b-seed0 COMPLETE", "b-seed1 COMPLETE");
        assertThat(RunQueue.of(workspace()).view().owner())
                .as("nobody works it off any more")
                .isEmpty();
    }

    @Test
    void calledAgainItSkipsWhatIsCompleteAndGoesOnWithTheRest() {
        train("a.yaml", "--seeds", "0");
        RunSettings begun = SettingsFile.read(folder.resolve("a.yaml"), Map.of("seed", "1"));
        checkpoint(RunFolder.create(workspace(), "a-seed1", begun).path(), 20);
        room.trained.clear();
        CommandLineRun run = train("a.yaml", "--seeds", "0-2");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(room.trained).containsExactly("resume a-seed1", "start a-seed2");
        assertThat(run.out())
                .contains("[1/3] a-seed0: complete with 50 steps; skipped.")
                .contains("[2/3] a-seed1: goes on.")
                .containsPattern("a-seed0 +complete before +50/50\n");
    }

    @Test
    void oneThatFailsIsToldAndTheNextBegins() {
        room.fate = session -> {
            if (session.folder().endsWith("a-seed0")) {
                session.fail(RunState.PAUSED, new Problem("The loss is NaN at step 7.", ""));
            } else if (session.folder().endsWith("a-seed1")) {
                session.fail(RunState.FAILED, new Problem("data_batch_2.bin is missing.", "", true));
            } else {
                Room.finish(session);
            }
        };
        CommandLineRun run = train("a.yaml", "--seeds", "0,1,2");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("slimgan: The loss is NaN at step 7.\nslimgan: data_batch_2.bin is missing.\n");
        assertThat(run.out())
                .containsPattern("a-seed0 +failed +0/50")
                .containsPattern("a-seed1 +failed ")
                .containsPattern("a-seed2 +complete ");
        assertThat(RunQueue.of(workspace()).view().entry("a-seed0").map(QueueEntry::note))
                .contains("The loss is NaN at step 7.");
    }

    @Test
    void oneThatCannotBeginIsToldAndTheNextBegins() {
        room.failStart(new UserError("The disk is full."));
        CommandLineRun run = train("a.yaml", "b.yaml");
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("slimgan: The disk is full.\nslimgan: The disk is full.\n");
        assertThat(room.trained).hasSize(2);
    }

    @Test
    void allIsCheckedBeforeTheFirstBegins() throws IOException {
        Files.writeString(folder.resolve("b.yaml"), "training: {steps: none}\nseed: -1\n");
        CommandLineRun run = train("a.yaml", "b.yaml");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("b.yaml:1: training.steps")
                .contains("b.yaml:2: seed")
                .contains("nothing was begun, because of these 2 problems.");
        assertThat(run.out()).isEmpty();
        assertThat(workspace()).doesNotExist();
    }

    @Test
    void anotherRunOfThatNameIsAProblemThatNamesTheDifference() {
        train("a.yaml", "--seeds", "3");
        room.trained.clear();
        CommandLineRun run = train("a.yaml", "--seeds", "3,4", "--set", "training.batch_size=8");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("training.batch_size: 64 -> 8").contains("nothing was begun");
        assertThat(room.trained).isEmpty();
        CommandLineRun others = train("a.yaml", "--seeds", "3,4", "--set", "training.batch_size=8", "--keep-going");
        assertThat(others.exitCode()).isEqualTo(1);
        assertThat(others.err()).contains("training.batch_size: 64 -> 8").doesNotContain("nothing was begun");
        assertThat(room.trained).containsExactly("start a-seed4");
    }

    @Test
    void aCompleteSweepIsExtended() {
        train("a.yaml", "--seeds", "3");
        checkpoint(workspace().resolve("a-seed3"), 50);
        room.trained.clear();
        assertThat(train("a.yaml", "--seeds", "3,4", "--steps", "90", "--dry-run")
                        .out())
                .contains("goes on from step 50 with training.steps: 50 -> 90");
        CommandLineRun run = train("a.yaml", "--seeds", "3,4", "--steps", "90");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("a-seed3: It goes on with training.steps: 50 -> 90.");
        assertThat(room.trained).containsExactly("resume a-seed3", "start a-seed4");
    }

    @Test
    void theBestFigureIsTheOneOfTheWindowAndSaysWhatItIs() {
        train("a.yaml", "--seeds", "3");
        BestCheckpoints.none()
                .with(new BestCheckpoints.Best(50, "mean FID*-64", "p", 16.28))
                .with("0.5", new BestCheckpoints.Best(50, "FID*-64", "p", 20))
                .with("1", new BestCheckpoints.Best(50, "FID*-64", "p", 12.56))
                .write(workspace().resolve("a-seed3"));
        assertThat(LastFigures.of(workspace().resolve("a-seed3")).best()).isEqualTo("mean FID*-64 16.28");
    }

    @Test
    void aDryRunShowsThePlanAndTouchesNothing() throws IOException {
        CommandLineRun nothing = train("a.yaml", "b.yaml", "--seeds", "1", "--dry-run");
        assertThat(nothing.exitCode()).isZero();
        assertThat(workspace()).doesNotExist();
        train("a.yaml", "--seeds", "1");
        room.trained.clear();
        Files.writeString(folder.resolve("list.yaml"), "configurations: ['*.yaml']\nseeds: [1]\n");
        CommandLineRun run = train("list.yaml", "--dry-run");
        assertThat(run.out())
                .containsPattern("a-seed1 +complete, skipped +50 +" + folder.resolve("a.yaml"))
                .containsPattern("b-seed1 +begins +60 +" + folder.resolve("b.yaml"));
        assertThat(train("a.yaml", "--dry-run").out())
                .as("a single one is called after its file alone")
                .containsPattern("\na +begins +50 ");
        assertThat(room.trained).isEmpty();
    }

    @Test
    void aListNamesItsWorkspace() throws IOException {
        Files.writeString(folder.resolve("list.yaml"), "configurations: [a.yaml]\nworkspace: elsewhere\n");
        CommandLineRun run =
                CommandLineRun.of(room, "train", folder.resolve("list.yaml").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(folder.resolve("elsewhere/a-seed0/run.yaml")).exists();
        assertThat(train("list.yaml").exitCode()).isZero();
        assertThat(workspace().resolve("a-seed0"))
                .as("what is typed goes before")
                .exists();
    }

    @Test
    void whatOthersQueuedIsLeftToThem() {
        RunQueue.of(workspace()).add(List.of(new SweepRun("mine", "", FakeSettings.small())));
        train("a.yaml", "b.yaml");
        assertThat(room.trained).containsExactly("start a-seed0", "start b-seed0");
        assertThat(queued()).containsExactly("mine WAITING", "a-seed0 COMPLETE", "b-seed0 COMPLETE");
    }

    @Test
    void aRunTakenOutInTheWindowIsNotTrained() {
        room.fate = session -> {
            RunQueue.of(workspace()).remove("b-seed0");
            Room.finish(session);
        };
        CommandLineRun run = train("a.yaml", "b.yaml");
        assertThat(room.trained).containsExactly("start a-seed0");
        assertThat(run.out()).containsPattern("b-seed0 +taken out +0/60");
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void twoDoNotWorkOneQueueOff() {
        RunLock lock = RunQueue.of(workspace()).own();
        CommandLineRun run = train("a.yaml", "b.yaml");
        lock.close();
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is being worked off by this program").hasLineCount(1);
        assertThat(queued()).isEmpty();
        assertThat(room.trained).isEmpty();
    }

    @Test
    void runsAreOnlyQueuedForWhoeverWorksTheQueueOff() {
        RunLock lock = RunQueue.of(workspace()).own();
        CommandLineRun run = train("a.yaml", "--seeds", "0,1", "--queue");
        lock.close();
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("Queued 2 runs in " + workspace() + ".\n");
        assertThat(queued()).containsExactly("a-seed0 WAITING", "a-seed1 WAITING");
        assertThat(room.trained).isEmpty();
    }

    @Test
    void theRunsAreNotNamedByHand() {
        assertThat(train("a.yaml", "b.yaml", "--run", "x").err()).contains("--run names one run");
        assertThat(train("a.yaml", "--seeds", "x").err()).contains("Seeds are whole numbers");
    }

    @Test
    void aPausedQueueIsStartedByTheCommand() {
        RunQueue.of(workspace()).pause(true);
        assertThat(train("a.yaml", "b.yaml").exitCode()).isZero();
        assertThat(RunQueue.of(workspace()).view().paused()).isFalse();
        assertThat(RunQueue.of(workspace()).view().count(QueueState.COMPLETE)).isEqualTo(2);
    }
}
