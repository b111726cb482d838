package io.slimgan.data.download;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** How many bytes a disk still takes; asked before a download, so that it does not fail after hours. */
@FunctionalInterface
public interface DiskSpace {

    /** A little is left over for everything else that writes on this disk. */
    long SPARE_BYTES = 64L << 20;

    /** Bytes that the disk of a folder, which exists, still takes from this user. */
    long usable(Path folder) throws IOException;

    /** As the file system tells. */
    static DiskSpace real() {
        return folder -> Files.getFileStore(folder).getUsableSpace();
    }

    /**
     * Requires room for so many more bytes.
     *
     * @throws UserError if the disk has too little
     */
    default void require(Path folder, String what, long bytes) {
        long free;
        try {
            free = usable(folder);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(folder, e);
        }
        if (bytes > 0 && free < bytes + SPARE_BYTES) {
            throw new UserError(String.format(
                    Locale.ROOT,
                    "The disk of %s has %s free, and %s needs %s: make room, or choose another folder.",
                    folder,
                    words(free),
                    what,
                    words(bytes + SPARE_BYTES)));
        }
    }

    private static String words(long bytes) {
        return bytes >= 1_000_000_000
                ? String.format(Locale.ROOT, "%.2f GB", bytes / 1e9)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6);
    }
}
