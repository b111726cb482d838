package io.slimgan.session;

import io.slimgan.base.UserError;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.runs.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the weights of one run that a request asks for. For any thread. */
final class RunWeights {

    private static final Logger LOG = LoggerFactory.getLogger(RunWeights.class);
    private static final long LOOK_AGAIN_NANOS = 1_000_000_000L;

    private final Path runFolder;
    private final Function<Path, Optional<LocalTrainingSession>> sessions;
    private final Executor background;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile long newestKnown = -1;
    private volatile long lookedAt;
    private volatile boolean looked;

    /** @param background where the folder is looked at: views poll, and a disk may take its time */
    RunWeights(Path runFolder, Function<Path, Optional<LocalTrainingSession>> sessions, Executor background) {
        this.runFolder = runFolder;
        this.sessions = sessions;
        this.background = background;
    }

    /** Where the model in training lays down its weights, once it has some. */
    Optional<LiveWeights> live() {
        return inTraining().filter(live -> live.newest().isPresent());
    }

    /** Where the model in training lays down its weights, or will. */
    Optional<LiveWeights> inTraining() {
        return sessions.apply(runFolder).map(LocalTrainingSession::liveWeights);
    }

    /**
     * The step of the newest weights that are known of; -1 without any. Never waits: for a run that is not in training
     * here the folder is looked at beside, at most once a second.
     */
    long newestStep() {
        Optional<LiveWeights> live = live();
        if (live.isPresent()) {
            newestKnown = live.get().step();
            looked = false;
        } else if ((!looked || System.nanoTime() - lookedAt >= LOOK_AGAIN_NANOS)
                && looking.compareAndSet(false, true)) {
            lookBeside();
        }
        return newestKnown;
    }

    private void lookBeside() {
        try {
            background.execute(() -> {
                try {
                    newestKnown = store().map(CheckpointStore::newestStep)
                            .orElse(OptionalLong.empty())
                            .orElse(-1);
                } catch (UserError unreadable) {
                    LOG.debug("The checkpoints of {} cannot be read now.", runFolder, unreadable);
                } finally {
                    lookedAt = System.nanoTime();
                    looked = true;
                    looking.set(false);
                }
            });
        } catch (RejectedExecutionException closed) {
            LOG.debug("The engine room is closed; {} is not looked at any more.", runFolder);
        }
    }

    /** Steps of the complete checkpoints, ascending; none where there is no readable run. */
    List<Long> checkpointSteps() {
        return store().map(CheckpointStore::steps).orElse(List.of());
    }

    /** The best of them; none where none is known. */
    BestCheckpoints bestCheckpoints() {
        return BestCheckpoints.read(runFolder);
    }

    private Optional<CheckpointStore> store() {
        try {
            return Optional.of(RunFolder.open(runFolder).checkpoints());
        } catch (UserError unreadable) {
            LOG.debug("No run to be seen in {}.", runFolder, unreadable);
            return Optional.empty();
        }
    }

    /**
     * The weights of a source.
     *
     * @throws UserError if the run has none yet, or cannot be read
     */
    PreviewWeights find(PreviewRequest.Source source) {
        if (!source.isNewest()) {
            return checkpoint(RunFolder.open(runFolder), source.step());
        }
        Optional<LocalTrainingSession> session = sessions.apply(runFolder);
        Optional<LiveWeights.Snapshot> snapshot =
                session.flatMap(s -> s.liveWeights().newest());
        if (session.isPresent() && snapshot.isPresent()) {
            LiveWeights.Snapshot newest = snapshot.get();
            return new PreviewWeights(session.get().settings(), newest.step(), session.get(), true, newest::weights);
        }
        return newestReadable(RunFolder.open(runFolder));
    }

    private PreviewWeights newestReadable(RunFolder folder) {
        OptionalLong newest = folder.checkpoints().newestStep();
        if (newest.isEmpty()) {
            throw new UserError(
                    "Run " + folder.name() + " has no checkpoint yet; images can be drawn from the first on.");
        }
        return checkpoint(folder, newest.getAsLong());
    }

    private static PreviewWeights checkpoint(RunFolder folder, long step) {
        CheckpointStore store = folder.checkpoints();
        return new PreviewWeights(
                folder.settings(), step, store.generatorChecksum(step), false, () -> store.readGenerator(step));
    }
}
