package io.slimgan.session;

import static io.slimgan.session.Waiting.untilState;
import static io.slimgan.session.Waiting.untilStep;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.runs.RunFolder;
import io.slimgan.training.Divergence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is told and nothing good is lost. */
class TroubledSessionTest {

    private static final long ENDLESS = 1_000_000;

    @TempDir
    Path workspace;

    private static String sentence(TrainingSession session) {
        return session.status().problem().orElseThrow().sentence();
    }

    @Test
    void imagesThatCannotBeReadFailWithASentenceAndLeaveNoRun() throws IOException {
        Path empty = Files.createDirectory(workspace.resolve("empty"));
        try (EngineRoom room = EngineRooms.create()) {
            DataSettings images = new DataSettings(DataSettings.Dataset.FOLDER, empty.toString(), 16);
            TrainingSession session = room.start(workspace, "run", TinyRuns.with(TinyRuns.settings(ENDLESS), images));
            untilState(session, RunState.FAILED);
            assertThat(sentence(session)).contains(empty.toString());
            session.close();
            assertThat(workspace.resolve("run")).doesNotExist();
            assertThat(room.sessionOf(session.folder())).isEmpty();
            untilStep(room.start(workspace, "run", TinyRuns.settings(3)), 3);
        }
    }

    @Test
    void imagesThatAreNotThereAreRefusedAtOnce() throws IOException {
        Path cifar = Files.createDirectory(workspace.resolve("cifar"));
        Files.write(cifar.resolve("data_batch_1.bin"), new byte[3073]);
        try (EngineRoom room = EngineRooms.create()) {
            for (DataSettings.Dataset dataset : List.of(DataSettings.Dataset.FOLDER, DataSettings.Dataset.CIFAR10)) {
                boolean isCifar = dataset == DataSettings.Dataset.CIFAR10;
                Path path = isCifar ? cifar : workspace.resolve("nowhere");
                DataSettings images = new DataSettings(dataset, path.toString(), 16);
                assertThatThrownBy(
                                () -> room.start(workspace, "run", TinyRuns.with(TinyRuns.settings(ENDLESS), images)))
                        .isInstanceOf(UserError.class)
                        .hasMessageContaining(
                                isCifar ? "data_batch_2.bin is missing" : "nowhere, which does not exist");
            }
            assertThat(workspace.resolve("run")).doesNotExist();
        }
    }

    @Test
    void settingsThatCannotBeTrainedAreRefusedAtOnce() {
        try (EngineRoom room = EngineRooms.create()) {
            assertThatThrownBy(
                            () -> room.start(workspace, "run", TinyRuns.withBatchSize(TinyRuns.settings(ENDLESS), 1)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("training.batch_size");
            assertThat(workspace.resolve("run")).doesNotExist();
        }
    }

    @Test
    void anEngineThatCannotBeBuiltIsAProblem() {
        try (EngineRoom room =
                new LocalEngineRoom(FaultyEngine.unbuildable(() -> new IllegalStateException("no such processor")))) {
            TrainingSession session = room.start(workspace, "run", TinyRuns.settings(ENDLESS));
            untilState(session, RunState.FAILED);
            assertThat(sentence(session)).contains("no such processor");
            assertThat(session.status().problem().orElseThrow().details()).contains("IllegalStateException");
            session.close();
            assertThat(workspace.resolve("run")).doesNotExist();
        }
    }

    @Test
    void aNewRunThatIsStoppedBeforeItsFirstCheckpointLeavesNothing() throws InterruptedException {
        CountDownLatch building = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        StepEngine.Factory slow = settings -> {
            building.countDown();
            awaitQuietly(stopped);
            return StepEngine.of(settings);
        };
        try (EngineRoom room = new LocalEngineRoom(slow)) {
            TrainingSession session = room.start(workspace, "run", TinyRuns.settings(3));
            building.await();
            session.stop();
            stopped.countDown();
            session.close();
            assertThat(session.status().state()).isEqualTo(RunState.STOPPED);
            assertThat(session.status().lastCheckpointStep()).isNegative();
            assertThat(workspace.resolve("run")).doesNotExist();
            untilState(room.start(workspace, "run", TinyRuns.settings(3)), RunState.FINISHED);
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void anEngineThatBreaksLeavesTheLastCheckpoint() {
        try (EngineRoom room = new LocalEngineRoom(
                FaultyEngine.failing(step -> step == 13 ? new IllegalStateException("engine broke") : null))) {
            TrainingSession session = room.start(workspace, "run", TinyRuns.settings(20));
            untilState(session, RunState.FAILED);
            assertThat(sentence(session)).contains("engine broke");
            assertThat(RunFolder.open(session.folder())
                            .checkpoints()
                            .newest()
                            .orElseThrow()
                            .step())
                    .isEqualTo(10);
            assertThat(RunFolder.open(session.folder()).owner()).isEmpty();
        }
        try (EngineRoom room = EngineRooms.create()) {
            TrainingSession again = room.resume(workspace.resolve("run"), Optional.empty());
            untilState(again, RunState.FINISHED);
        }
    }

    @Test
    void aDivergedRunPausesAndGoesBackToTheLastCheckpoint() {
        AtomicInteger times = new AtomicInteger();
        try (EngineRoom room = new LocalEngineRoom(
                FaultyEngine.failing(step -> step == 13 && times.getAndIncrement() == 0 ? Divergence.at(13) : null))) {
            TrainingSession session = room.start(workspace, "run", TinyRuns.settings(20));
            untilState(session, RunState.PAUSED);
            assertThat(sentence(session)).contains("13").contains("generator").contains("step 10");
            session.saveNow();
            session.pause();
            Waiting.pause(100);
            assertThat(RunFolder.open(session.folder()).checkpoints().steps()).containsExactly(0L, 10L);
            assertThat(session.status().problem()).isPresent();

            session.resume();
            untilState(session, RunState.FINISHED);
            assertThat(session.status().problem()).isEmpty();
            assertThat(Curves.of(session.folder(), "loss/generator/1")).hasSize(20);
        }
    }

    @Test
    void aDivergedRunThatIsStoppedKeepsTheLastGoodCheckpointOnly() {
        AtomicInteger times = new AtomicInteger();
        try (EngineRoom room = new LocalEngineRoom(
                FaultyEngine.failing(step -> step == 13 && times.incrementAndGet() > 0 ? Divergence.at(13) : null))) {
            TrainingSession session = room.start(workspace, "run", TinyRuns.settings(20));
            untilState(session, RunState.PAUSED);
            session.resume();
            Waiting.until("it diverges again", () -> times.get() == 2);
            session.close();
            assertThat(session.status().state()).isEqualTo(RunState.STOPPED);
            assertThat(sentence(session)).contains("13");
            assertThat(RunFolder.open(session.folder()).checkpoints().steps()).containsExactly(0L, 10L);
        }
    }

    @Test
    void aFullDiskPausesAndNothingIsLost() throws IOException {
        try (EngineRoom room = EngineRooms.create()) {
            TrainingSession session = room.start(workspace, "run", TinyRuns.settings(20));
            session.pause();
            untilState(session, RunState.PAUSED);
            Path samples = session.folder().resolve("samples");
            Path aside = workspace.resolve("samples-aside");
            Files.move(samples, aside);
            Files.writeString(samples, "in the way");
            session.resume();
            Waiting.until("a problem", () -> session.status().problem().isPresent());
            assertThat(session.status().state()).isEqualTo(RunState.PAUSED);
            long step = session.status().step();
            assertThat(step % 5).isZero();
            session.resume();
            Waiting.pause(100);
            assertThat(session.status().step())
                    .as("no step before the disk is well")
                    .isEqualTo(step);
            assertThat(session.status().state()).isEqualTo(RunState.PAUSED);

            Files.delete(samples);
            Files.move(aside, samples);
            session.resume();
            untilState(session, RunState.FINISHED);
            assertThat(session.status().problem()).isEmpty();
            assertThat(RunFolder.open(session.folder()).sampleFile(step)).exists();
            assertThat(Curves.of(session.folder(), "loss/generator/1")).hasSize(20);
        }
    }

    /** Starts a run of twelve steps, with checkpoints of the steps 0, 10 and 12. */
    private Path finishedRun(EngineRoom room) {
        TrainingSession session = room.start(workspace, "run", TinyRuns.settings(12));
        untilState(session, RunState.FINISHED);
        session.close();
        return session.folder();
    }

    private static void damage(Path run, long step) throws IOException {
        Path file = RunFolder.open(run).checkpoints().path(step).resolve("optimizer.safetensors");
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void aDamagedCheckpointIsPassedOver() throws IOException {
        try (EngineRoom room = EngineRooms.create()) {
            Path run = finishedRun(room);
            damage(run, 12);
            TrainingSession again = room.resume(run, Optional.of(TinyRuns.settings(15)));
            untilState(again, RunState.FINISHED);
            assertThat(Curves.of(run, "loss/generator/1")).hasSize(15);
        }
    }

    @Test
    void aRunWithoutAWholeCheckpointIsRefusedAndLeftAsItIs() throws IOException {
        try (EngineRoom room = EngineRooms.create()) {
            Path run = finishedRun(room);
            for (long step : new long[] {0, 10, 12}) {
                damage(run, step);
            }
            TrainingSession again = room.resume(run, Optional.of(TinyRuns.settings(15)));
            untilState(again, RunState.FAILED);
            assertThat(sentence(again)).contains("damaged").contains("12");
            again.close();
            assertThat(Curves.of(run, "loss/generator/1")).hasSize(12);
            assertThat(RunFolder.open(run).settings().training().steps()).isEqualTo(12);
        }
    }
}
