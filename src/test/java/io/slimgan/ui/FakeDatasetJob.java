package io.slimgan.ui;

import io.slimgan.session.DatasetJob;
import io.slimgan.session.EvaluationProgress;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Work that stands still until a test ends it. For any thread. */
public final class FakeDatasetJob<T> implements DatasetJob<T> {

    private final EvaluationProgress progress;
    private final CompletableFuture<T> result = new CompletableFuture<>();

    public FakeDatasetJob(String activity, long done, long total) {
        this.progress = new EvaluationProgress(activity, done, total);
    }

    /** For a test to complete. */
    public CompletableFuture<T> ending() {
        return result;
    }

    @Override
    public EvaluationProgress progress() {
        return progress;
    }

    @Override
    public void cancel() {
        result.completeExceptionally(new CancellationException("Cancelled."));
    }

    @Override
    public CompletableFuture<T> result() {
        return result.copy();
    }
}
