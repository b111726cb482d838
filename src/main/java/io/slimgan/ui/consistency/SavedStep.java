package io.slimgan.ui.consistency;

import io.slimgan.base.UserError;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.session.SessionStatus;
import io.slimgan.session.TrainingSession;
import io.slimgan.ui.common.OpenRun;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Finds the checkpoint that stands for what the grid shows. Only what lies in a checkpoint can be made again, so the
 * model in training is saved first.
 */
final class SavedStep {

    private static final long POLL_MILLIS = 50;

    private SavedStep() {}

    /** The session whose model is ahead of its newest checkpoint, if that is what the source draws from. */
    static Optional<TrainingSession> unsaved(OpenRun run, Source source) {
        return run.session().filter(session -> {
            SessionStatus status = session.status();
            return source.isNewest() && status.state().isLive() && status.lastCheckpointStep() < status.step();
        });
    }

    /**
     * The step of the chosen checkpoint; for the newest weights that of the model in training, which is saved at its next
     * step boundary if need be, else of the newest checkpoint. Completed on a background thread, with {@link UserError}
     * where there is nothing to draw from.
     */
    static CompletableFuture<Long> of(OpenRun run, CheckpointStore checkpoints, Source source) {
        if (!source.isNewest()) {
            return CompletableFuture.completedFuture(source.step());
        }
        Optional<TrainingSession> ahead = unsaved(run, source);
        if (ahead.isEmpty()) {
            return CompletableFuture.supplyAsync(() -> newest(checkpoints));
        }
        long least = ahead.get().status().step();
        ahead.get().saveNow();
        return await(ahead.get(), least);
    }

    private static long newest(CheckpointStore checkpoints) {
        return checkpoints
                .newestStep()
                .orElseThrow(() -> new UserError(
                        "The run has no checkpoint yet that the picture could be made again from; save one first."));
    }

    private static CompletableFuture<Long> await(TrainingSession session, long least) {
        SessionStatus status = session.status();
        if (status.lastCheckpointStep() >= least) {
            return CompletableFuture.completedFuture(status.lastCheckpointStep());
        }
        if (status.problem().isPresent()) {
            return CompletableFuture.failedFuture(new UserError("The model at step " + status.step()
                    + " cannot be saved: " + status.problem().get().sentence() + " Choose an older checkpoint."));
        }
        if (!status.state().isLive()) {
            return CompletableFuture.failedFuture(new UserError(
                    "The run ended at step " + status.step() + " before a checkpoint was written; nothing was exported."
                            + " Choose an older checkpoint and export again."));
        }
        Executor later = CompletableFuture.delayedExecutor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        return CompletableFuture.supplyAsync(() -> await(session, least), later).thenCompose(next -> next);
    }
}
