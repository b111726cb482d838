package io.slimgan.session;

import io.slimgan.base.UserFolders;
import io.slimgan.data.catalogue.Catalogue;
import io.slimgan.data.catalogue.PublishedSet;
import io.slimgan.data.catalogue.SetDownload;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
        fetch.on(background);
        return fetch;
    }

    private static final class Fetch extends LocalDatasetJob<Path> implements DatasetFetch {

        Fetch(PublishedSet set, Path folder, Optional<URI> mirror) {
            super(new EvaluationProgress("Connecting", 0, set.bytes()), listener -> {
                new SetDownload().fetch(set, folder, mirror, listener);
                return folder;
            });
        }
    }
}
