package io.slimgan.ui;

import io.slimgan.base.UserError;
import io.slimgan.session.DatasetFetch;
import io.slimgan.session.DatasetOffer;
import io.slimgan.session.DatasetShelf;
import io.slimgan.session.EvaluationProgress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** Offers CIFAR-10, which a test fetches, and CelebA, which takes a login. */
public final class FakeDatasetShelf implements DatasetShelf {

    private final List<String> fetched = new ArrayList<>();
    private volatile CompletableFuture<Path> fetching = new CompletableFuture<>();
    private volatile boolean present;

    /** CIFAR-10 lies in its folder already. */
    public void present() {
        present = true;
    }

    /** What was asked for. */
    public List<String> fetched() {
        return List.copyOf(fetched);
    }

    /** The download under way, for a test to complete. */
    public CompletableFuture<Path> fetching() {
        return fetching;
    }

    @Override
    public List<DatasetOffer> offers() {
        return List.of(
                offer("cifar10", "CIFAR-10", "", present),
                offer("celeba", "CelebA", "CelebA cannot be fetched without you: open its page.", false));
    }

    private static DatasetOffer offer(String name, String title, String byHand, boolean present) {
        URI address = URI.create("https://sets.example/" + name + ".tar.gz");
        return new DatasetOffer(
                name,
                title,
                "images",
                URI.create("https://sets.example/" + name),
                "Its authors ask to be cited.",
                byHand,
                Path.of("/data/sets").resolve(name),
                present,
                List.of(new DatasetOffer.OfferedFile(name + ".tar.gz", List.of(address), 170_000_000, "0".repeat(32))));
    }

    @Override
    public DatasetOffer offer(String name) {
        return offers().stream()
                .filter(offer -> offer.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new UserError("There is no dataset '" + name + "' to fetch."));
    }

    @Override
    public DatasetFetch fetch(DatasetOffer offer, Optional<Path> into, Optional<URI> mirror) {
        fetched.add(offer.name()
                + into.map(path -> " into " + path).orElse("")
                + mirror.map(uri -> " from " + uri).orElse(""));
        CompletableFuture<Path> result = new CompletableFuture<>();
        fetching = result;
        return new DatasetFetch() {
            @Override
            public EvaluationProgress progress() {
                return new EvaluationProgress("Downloading cifar10.tar.gz", 42_000_000, 170_000_000);
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
