package io.slimgan.data.archives;

import io.slimgan.data.files.ImageNames;
import io.slimgan.data.files.NameTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.LongPredicate;

/** The image files that lie in one folder itself. */
public final class FolderShelf implements FileShelf {

    private static final int PROGRESS_EVERY = 1_000;

    private final Path folder;
    private final NameTable names;

    private FolderShelf(Path folder, NameTable names) {
        this.folder = folder;
        this.names = names;
    }

    /**
     * Lists a folder; no file is opened.
     *
     * @param goOn hears how many files were found so far, and says whether to go on
     * @throws io.slimgan.base.UserError if it cannot be listed
     * @throws CancellationException if {@code goOn} said so
     */
    public static FolderShelf of(Path folder, LongPredicate goOn) {
        List<String> names = ImageNames.in(folder, found -> {
            if (found % PROGRESS_EVERY == 0 && !goOn.test(found)) {
                throw new CancellationException("Listing " + folder + " was cancelled.");
            }
        });
        return new FolderShelf(folder, NameTable.of(names));
    }

    @Override
    public int count() {
        return names.size();
    }

    @Override
    public String name(int index) {
        return names.get(index);
    }

    @Override
    public byte[] bytes(int index) throws IOException {
        return Files.readAllBytes(folder.resolve(names.get(index)));
    }

    @Override
    public void close() {
        // Nothing stays open between two files.
    }
}
