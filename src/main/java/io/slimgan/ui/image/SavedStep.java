package io.slimgan.ui.image;

import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.session.SessionStatus;
import io.slimgan.session.TrainingSession;
import io.slimgan.ui.common.OpenRun;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Whether the step that images were drawn at has a checkpoint, or can still get one. For any thread. */
final class SavedStep {

    private static final long POLL_MILLIS = 50;

    private SavedStep() {}

    /** The paused session whose model stands at this very step and is not saved. A running one has moved on. */
    static Optional<TrainingSession> savable(OpenRun run, long step) {
        return run.session().filter(session -> {
            SessionStatus status = session.status();
            return status.state() == RunState.PAUSED && status.step() == step && status.lastCheckpointStep() != step;
        });
    }

    /** Whether the step's checkpoint is known to be there without asking the disk. */
    static boolean known(OpenRun run, ShownImages shown) {
        return !shown.answer().request().source().isNewest()
                || run.session()
                        .filter(session -> session.status().state().isLive())
                        .map(session -> session.status().lastCheckpointStep() == shown.step())
                        .orElse(true);
    }

    /**
     * Completed with whether there is a checkpoint of this step, which a paused model that stands at it is saved for. On
     * a background thread, with {@link UserError} if the model cannot be saved.
     */
    static CompletableFuture<Boolean> of(OpenRun run, CheckpointStore checkpoints, long step) {
        if (checkpoints.steps().contains(step)) {
            return CompletableFuture.completedFuture(true);
        }
        Optional<TrainingSession> standing = savable(run, step);
        if (standing.isEmpty()) {
            return CompletableFuture.completedFuture(false);
        }
        standing.get().saveNow();
        return await(standing.get(), checkpoints, step);
    }

    private static CompletableFuture<Boolean> await(TrainingSession session, CheckpointStore checkpoints, long step) {
        SessionStatus status = session.status();
        if (status.lastCheckpointStep() >= step || !status.state().isLive()) {
            return CompletableFuture.completedFuture(checkpoints.steps().contains(step));
        }
        if (status.problem().isPresent()) {
            return CompletableFuture.failedFuture(new UserError("The model at step " + status.step()
                    + " cannot be saved: " + status.problem().get().sentence() + " Choose an older checkpoint."));
        }
        Executor later = CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(() -> await(session, checkpoints, step), later)
                .thenCompose(next -> next);
    }
}
