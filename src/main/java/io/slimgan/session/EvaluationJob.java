package io.slimgan.session;

import io.slimgan.runs.evaluations.Evaluation;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A measurement that waits, runs or is done, on the evaluation thread. For any thread; nothing here blocks. */
public interface EvaluationJob {

    /** How far it is; to be polled. */
    EvaluationProgress progress();

    /**
     * Ends it as soon as the images in work are done, within seconds; leaves nothing half-written. What was finished of
     * it before is kept. Does nothing once it is done.
     */
    void cancel();

    /** Sentences for the user about what went wrong beside the measuring, such as that the disk did not take a value. */
    default List<String> remarks() {
        return List.of();
    }

    /** What a person should know of the real images that it measures against, such as how many were found. */
    default List<String> notes() {
        return List.of();
    }

    /**
     * One evaluation per subject, in the order asked for (individual runs that count together are one), completed on a
     * background thread; exceptionally with a {@link io.slimgan.base.UserError} where the user can put it right, and
     * with a {@link java.util.concurrent.CancellationException} after {@link #cancel}.
     */
    CompletableFuture<List<Evaluation>> result();
}
