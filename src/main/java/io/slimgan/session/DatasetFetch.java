package io.slimgan.session;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** A download of a dataset on its way. For any thread; nothing here blocks. */
public interface DatasetFetch {

    /** How far it is, in bytes of all its files; to be polled. */
    EvaluationProgress progress();

    /** Ends it within a second; what has come is kept for the next time. */
    void cancel();

    /**
     * The folder to name as {@code data.path}, completed on a background thread once every file is there and checked;
     * exceptionally with a {@link io.slimgan.base.UserError} if it cannot be had, such as without a network, and with a
     * {@link java.util.concurrent.CancellationException} after {@link #cancel}.
     */
    CompletableFuture<Path> result();
}
