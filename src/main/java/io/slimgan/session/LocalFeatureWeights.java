package io.slimgan.session;

import io.slimgan.base.UserFolders;
import io.slimgan.metrics.features.FeatureNetwork;
import io.slimgan.metrics.features.FeatureNetworks;
import io.slimgan.metrics.features.WeightDownload;
import io.slimgan.metrics.features.WeightLocation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;

/** The weights of the user who runs this process. Thread-safe. */
final class LocalFeatureWeights implements FeatureWeights {

    private final WeightLocation location;
    private final Function<Path, FeatureNetwork> opening;
    private final WeightDownload download;
    private final Executor background;

    LocalFeatureWeights(Executor background) {
        this(UserFolders.ofThisUser(), System.getenv(), FeatureNetworks::open, background);
    }

    /** @param opening opens a file of weights, and refuses what holds none */
    LocalFeatureWeights(
            UserFolders folders,
            Map<String, String> environment,
            Function<Path, FeatureNetwork> opening,
            Executor background) {
        this.location = new WeightLocation(folders, environment);
        this.download = new WeightDownload(folders, location);
        this.opening = opening;
        this.background = background;
    }

    @Override
    public CompletableFuture<Optional<Path>> find() {
        return CompletableFuture.supplyAsync(() -> location.find(Optional.empty()), background);
    }

    @Override
    public CompletableFuture<Path> use(Path file) {
        return CompletableFuture.supplyAsync(
                () -> {
                    Path there = location.find(Optional.of(file)).orElse(file);
                    opening.apply(there).close();
                    location.remember(there);
                    return there;
                },
                background);
    }

    @Override
    public String origin() {
        return download.addresses().get(0).toString();
    }

    @Override
    public WeightFetch fetch() {
        Fetch fetch = new Fetch();
        background.execute(fetch::run);
        return fetch;
    }

    /** One download. */
    private final class Fetch implements WeightFetch {

        private final CompletableFuture<Path> result = new CompletableFuture<>();
        private volatile EvaluationProgress progress = new EvaluationProgress("Connecting", 0, 0);
        private volatile boolean cancelled;

        private void run() {
            try {
                result.complete(download.fetch((what, done, total) -> {
                    progress = new EvaluationProgress(what, done, total);
                    return !cancelled;
                }));
            } catch (Throwable e) {
                // Also an error of the machine is told to whoever asked.
                result.completeExceptionally(e);
            }
        }

        @Override
        public EvaluationProgress progress() {
            return progress;
        }

        @Override
        public void cancel() {
            cancelled = true;
        }

        @Override
        public CompletableFuture<Path> result() {
            return result.copy();
        }
    }
}
