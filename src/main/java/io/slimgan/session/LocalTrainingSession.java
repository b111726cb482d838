package io.slimgan.session;

import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunLock;
import io.slimgan.session.TrainingLoop.Command;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run in training in this process. Owns the device thread, which prepares the run, trains it and lets go of it; all
 * others only leave commands and read the board.
 */
final class LocalTrainingSession implements TrainingSession {

    private static final Logger LOG = LoggerFactory.getLogger(LocalTrainingSession.class);

    private final RunFolder folder;
    private final RunLock lock;
    private final RunSettings settings;
    private final boolean isNew;
    private final StatusBoard board;
    private final LiveWeights live = new LiveWeights();
    private final BlockingQueue<Command> commands = new LinkedBlockingQueue<>();
    private final CountDownLatch deviceThreadEnded = new CountDownLatch(1);
    private volatile boolean stopAsked;

    /**
     * @param lock the folder's, held; this session releases it
     * @param settings to train with
     * @param isNew whether the folder was made just now: if it cannot even be prepared, or is stopped before that, nothing of it stays
     */
    LocalTrainingSession(RunFolder folder, RunLock lock, RunSettings settings, boolean isNew, ProcessMemory memory) {
        this.folder = folder;
        this.lock = lock;
        this.settings = settings;
        this.isNew = isNew;
        this.board = new StatusBoard(memory, settings.training().steps());
    }

    /**
     * Starts the device thread.
     *
     * @param evaluator measures beside training
     * @param background where batches are prepared
     * @param onEnd called on the device thread when it has let go of the run
     */
    void begin(StepEngine.Factory engines, PacedEvaluator evaluator, Executor background, Runnable onEnd) {
        RunOpening opening = new RunOpening(folder, settings, engines, evaluator, background, board, () -> stopAsked);
        Threads.named("device-" + folder.name())
                .newThread(() -> {
                    try {
                        live(opening);
                    } finally {
                        onEnd.run();
                        deviceThreadEnded.countDown();
                    }
                })
                .start();
    }

    /** The settings that it trains with. */
    RunSettings settings() {
        return settings;
    }

    /** Where its previews find the generator. */
    LiveWeights liveWeights() {
        return live;
    }

    /** The whole life of the device thread. */
    private void live(RunOpening opening) {
        boolean prepared = false;
        RunState end;
        try (RunOpening.Opened opened = opening.open()) {
            prepared = true;
            end = new TrainingLoop(opened.run(), folder.checkpoints(), commands, () -> stopAsked, board, live).run();
        } catch (CancellationException | InterruptedException givenUp) {
            end = RunState.STOPPED;
        } catch (Throwable thrown) {
            // Whatever it is, out of memory or a missing native library too, the window stays alive and says so.
            if (thrown instanceof UserError) {
                LOG.info("Run {} ended by what the user can put right.", folder.name(), thrown);
            } else {
                LOG.error("Run {} ended by an error.", folder.name(), thrown);
            }
            letGo(isNew && !prepared);
            board.failed(Problem.of(prepared ? "Training" : "Preparing the run", thrown));
            return;
        }
        letGo(isNew && !prepared);
        board.ended(end);
    }

    /** Before the state says that the run has ended, so that whoever sees that can take the run over at once. */
    private void letGo(boolean discard) {
        try {
            lock.close();
            if (discard) {
                FolderRemoval.remove(folder.path());
            }
        } catch (RuntimeException e) {
            LOG.warn("Run {} could not be let go of cleanly.", folder.name(), e);
        }
    }

    @Override
    public Path folder() {
        return folder.path();
    }

    @Override
    public SessionStatus status() {
        return board.status();
    }

    @Override
    public void pause() {
        commands.add(Command.PAUSE);
    }

    @Override
    public void resume() {
        commands.add(Command.RESUME);
    }

    @Override
    public void stepOnce() {
        commands.add(Command.STEP_ONCE);
    }

    @Override
    public void saveNow() {
        commands.add(Command.SAVE_NOW);
    }

    @Override
    public void stop() {
        stopAsked = true;
        commands.add(Command.STOP);
    }

    /** Interrupting the waiting thread ends the waiting; the device thread saves and ends all the same. */
    @Override
    public void close() {
        stop();
        try {
            deviceThreadEnded.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
