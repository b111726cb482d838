package io.slimgan.session;

import io.slimgan.runs.evaluations.Evaluation;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** A measurement whose result a test hands in. */
public record FakeEvaluationJob(CompletableFuture<List<Evaluation>> result) implements EvaluationJob {

    @Override
    public EvaluationProgress progress() {
        return new EvaluationProgress("Measuring", 1, 2);
    }

    @Override
    public void cancel() {
        result.completeExceptionally(new CancellationException("Cancelled."));
    }
}
