package io.slimgan.session;

import java.util.concurrent.CompletableFuture;

/** Work on a dataset that takes a while. For any thread; nothing here blocks. */
public interface DatasetJob<T> {

    /** How far it is; to be polled. */
    EvaluationProgress progress();

    /** Ends it within a second. */
    void cancel();

    /**
     * What comes of it, completed on a background thread; exceptionally with a {@link io.slimgan.base.UserError} where
     * the user can put it right, and with a {@link java.util.concurrent.CancellationException} after {@link #cancel}.
     */
    CompletableFuture<T> result();
}
