package io.slimgan.session;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A download of weights on its way. For any thread; nothing here blocks. */
public interface WeightFetch {

    /** How far it is, in bytes; to be polled. */
    EvaluationProgress progress();

    /** Ends it within a second or with its connection; what has come is kept for the next time. */
    void cancel();

    /**
     * The file, completed on a background thread; exceptionally with a {@link io.slimgan.base.UserError} if it cannot be
     * had, such as without a network, and with a {@link java.util.concurrent.CancellationException} after {@link #cancel}.
     */
    CompletableFuture<Path> result();
}
