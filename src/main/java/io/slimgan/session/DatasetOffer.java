package io.slimgan.session;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * A published dataset that can be fetched, or that a person can get.
 *
 * @param name as a settings file writes it, such as {@code cifar10}
 * @param title such as "CIFAR-10"
 * @param holds what is in it, in a few words
 * @param page of its authors
 * @param terms of use, to be shown before anything is fetched
 * @param byHand what to do where it takes a login, the folder named; empty where the program fetches it
 * @param folder where it goes if nobody says otherwise
 * @param present whether all its files lie there, unchecked
 * @param files all that the program reads of it
 */
public record DatasetOffer(
        String name,
        String title,
        String holds,
        URI page,
        String terms,
        String byHand,
        Path folder,
        boolean present,
        List<OfferedFile> files) {

    /**
     * One of its files.
     *
     * @param addresses where it may be fetched without asking anybody, the official one first; none where it takes a login
     */
    public record OfferedFile(String name, List<URI> addresses, long bytes, String md5) {
        public OfferedFile {
            addresses = List.copyOf(addresses);
        }
    }

    public DatasetOffer {
        files = List.copyOf(files);
    }

    /** Whether the program cannot fetch it from its authors. */
    public boolean needsLogin() {
        return !byHand.isEmpty();
    }

    /** The size of all files. */
    public long bytes() {
        return files.stream().mapToLong(OfferedFile::bytes).sum();
    }
}
