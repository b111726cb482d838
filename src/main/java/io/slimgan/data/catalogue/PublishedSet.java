package io.slimgan.data.catalogue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A dataset as its authors publish it.
 *
 * @param name as a settings file writes it, such as {@code cifar10}
 * @param title such as "CIFAR-10"
 * @param holds what is in it, in a few words
 * @param page of its authors
 * @param terms of use, to be shown before anything is fetched
 * @param byHand how to get it where that takes a login, FOLDER standing for where to put it; empty where the program
 *     fetches it
 * @param files all that the program reads of it
 */
public record PublishedSet(
        String name, String title, String holds, URI page, String terms, String byHand, List<PublishedFile> files) {

    public PublishedSet {
        files = List.copyOf(files);
    }

    /** The size of all files. */
    public long bytes() {
        return files.stream().mapToLong(PublishedFile::bytes).sum();
    }

    /** Whether every file lies in a folder, unchecked. */
    public boolean isIn(Path folder) {
        return files.stream().allMatch(file -> Files.isRegularFile(folder.resolve(file.name())));
    }

    /** Whether it takes a login, so that the program cannot fetch it from its authors. */
    public boolean needsLogin() {
        return !byHand.isEmpty();
    }
}
