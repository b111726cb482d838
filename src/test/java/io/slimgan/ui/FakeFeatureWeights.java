package io.slimgan.ui;

import io.slimgan.base.UserError;
import io.slimgan.session.EvaluationProgress;
import io.slimgan.session.FeatureWeights;
import io.slimgan.session.WeightFetch;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Knows no weights until a test says so; takes every file but those called "bad…"; a test ends the download. */
public final class FakeFeatureWeights implements FeatureWeights {

    private volatile Optional<Path> known = Optional.empty();
    private volatile CompletableFuture<Path> fetching = new CompletableFuture<>();

    /** These weights are remembered. */
    public void know(Path file) {
        known = Optional.of(file);
    }

    /** The weights that are remembered. */
    public Optional<Path> known() {
        return known;
    }

    /** The download under way, for a test to complete. */
    public CompletableFuture<Path> fetching() {
        return fetching;
    }

    @Override
    public CompletableFuture<Optional<Path>> find() {
        return CompletableFuture.completedFuture(known);
    }

    @Override
    public CompletableFuture<Path> use(Path file) {
        if (file.getFileName().toString().startsWith("bad")) {
            return CompletableFuture.failedFuture(new UserError(file + " holds no Inception weights."));
        }
        known = Optional.of(file);
        return CompletableFuture.completedFuture(file);
    }

    @Override
    public String origin() {
        return "https://weights.example/inception.pth";
    }

    @Override
    public WeightFetch fetch() {
        CompletableFuture<Path> result = new CompletableFuture<>();
        fetching = result;
        return new WeightFetch() {
            @Override
            public EvaluationProgress progress() {
                return new EvaluationProgress("Downloading", 30_000_000, 95_000_000);
            }

            @Override
            public void cancel() {
                result.completeExceptionally(new CancellationException("Cancelled."));
            }

            @Override
            public CompletableFuture<Path> result() {
                return result.copy();
            }
        };
    }
}
