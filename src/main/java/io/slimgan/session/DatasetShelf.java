package io.slimgan.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The published datasets, and how to get them. For any thread; nothing here blocks for the network. */
public interface DatasetShelf {

    /** All of them; whether they are there is looked up at each call. */
    List<DatasetOffer> offers();

    /**
     * The offer of a name such as {@code cifar10}.
     *
     * @throws io.slimgan.base.UserError if there is none
     */
    DatasetOffer offer(String name);

    /**
     * Begins to fetch a set on a background thread; files that are there are checked and kept.
     *
     * @param offer from {@link #offers}
     * @param into the folder; the customary one if empty
     * @param mirror another address to fetch from instead of the official ones
     */
    DatasetFetch fetch(DatasetOffer offer, Optional<Path> into, Optional<URI> mirror);
}
