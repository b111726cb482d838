package io.slimgan.session;

import io.slimgan.data.ProgressListener;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Work that hears a progress listener, on a thread of this room. */
class LocalDatasetJob<T> implements DatasetJob<T> {

    private static final Logger LOG = LoggerFactory.getLogger(LocalDatasetJob.class);

    private final Function<ProgressListener, T> work;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private volatile EvaluationProgress progress;
    private volatile boolean cancelled;

    LocalDatasetJob(EvaluationProgress first, Function<ProgressListener, T> work) {
        this.progress = first;
        this.work = work;
    }

    /** Begins. */
    final void on(Executor executor) {
        try {
            executor.execute(this::run);
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(new IllegalStateException("This engine room is closed.", e));
        }
    }

    private void run() {
        try {
            T value = work.apply((what, done, total) -> {
                progress = new EvaluationProgress(what, done, total);
                return !cancelled;
            });
            if (cancelled) {
                // Nobody waits for it any more.
                letGo(value);
                throw new CancellationException("Cancelled.");
            }
            result.complete(value);
        } catch (Throwable e) {
            // Also an error of the machine is told to whoever asked.
            result.completeExceptionally(e);
        }
    }

    private static void letGo(Object value) {
        if (value instanceof AutoCloseable open) {
            try {
                open.close();
            } catch (Exception e) {
                LOG.warn("{} could not be closed", open, e);
            }
        }
    }

    @Override
    public final EvaluationProgress progress() {
        return progress;
    }

    @Override
    public final void cancel() {
        cancelled = true;
    }

    @Override
    public final CompletableFuture<T> result() {
        return result.copy();
    }
}
