package io.slimgan.session;

import io.slimgan.base.UserFolders;
import io.slimgan.data.catalogue.Catalogue;
import io.slimgan.data.catalogue.PublishedSet;
import io.slimgan.data.catalogue.SetDownload;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The catalogue of this program, fetched into the folders of the user who runs this process. Thread-safe. */
final class LocalDatasetShelf implements DatasetShelf {

    private final UserFolders folders;
    private final Executor background;

    LocalDatasetShelf(UserFolders folders, Executor background) {
        this.folders = folders;
        this.background = background;
    }

    @Override
    public List<DatasetOffer> offers() {
        return Catalogue.all().stream().map(this::offer).toList();
    }

    @Override
    public DatasetOffer offer(String name) {
        return offer(Catalogue.named(name));
    }

    private DatasetOffer offer(PublishedSet set) {
        Path folder = SetDownload.customaryFolder(folders, set);
        return new DatasetOffer(
                set.name(),
                set.title(),
                set.holds(),
                set.page(),
                set.terms(),
                set.needsLogin() ? SetDownload.byHand(set, folder) : "",
                folder,
                set.isIn(folder),
                set.files().stream()
                        .map(file ->
                                new DatasetOffer.OfferedFile(file.name(), file.addresses(), file.bytes(), file.md5()))
                        .toList());
    }

    @Override
    public DatasetFetch fetch(DatasetOffer offer, Optional<Path> into, Optional<URI> mirror) {
        Fetch fetch = new Fetch(
                Catalogue.named(offer.name()), into.orElse(offer.folder()).toAbsolutePath(), mirror);
        background.execute(fetch::run);
        return fetch;
    }

    /** One download. */
    private static final class Fetch implements DatasetFetch {

        private final PublishedSet set;
        private final Path folder;
        private final Optional<URI> mirror;
        private final CompletableFuture<Path> result = new CompletableFuture<>();
        private volatile EvaluationProgress progress;
        private volatile boolean cancelled;

        Fetch(PublishedSet set, Path folder, Optional<URI> mirror) {
            this.set = set;
            this.folder = folder;
            this.mirror = mirror;
            this.progress = new EvaluationProgress("Connecting", 0, set.bytes());
        }

        private void run() {
            try {
                new SetDownload().fetch(set, folder, mirror, (what, done, total) -> {
                    progress = new EvaluationProgress(what, done, total);
                    return !cancelled;
                });
                result.complete(folder);
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
