package io.slimgan.base;

import java.io.BufferedOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files that are there whole or not at all: written aside in the same folder, flushed to the disk, then moved into
 * place, so that neither a killed process nor a power cut leaves half a file under the real name. For any thread.
 */
public final class AtomicFiles {

    /** How every name that is not yet in place begins; whoever owns the folder may delete leftovers. */
    public static final String ASIDE_PREFIX = ".aside-";

    private static final Logger LOG = LoggerFactory.getLogger(AtomicFiles.class);

    private AtomicFiles() {}

    /** Puts bytes onto a stream; the stream is buffered and closed by the caller. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes or replaces {@code file}; its folder is made if need be.
     *
     * @throws UserError if the disk does not take it; the old file, if any, is untouched then
     */
    public static void write(Path file, byte[] content) {
        write(file, out -> out.write(content));
    }

    /** {@link #write(Path, byte[])} for content that is made on the way. */
    public static void write(Path file, Content content) {
        Path aside = aside(file);
        try {
            Files.createDirectories(folderOf(file));
            writeSynced(aside, content);
            moveInto(aside, file);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(file, e);
        } finally {
            deleteQuietly(aside);
        }
    }

    /** A free name beside {@code target}, in the same folder, so that it can be moved into place in one step. */
    public static Path aside(Path target) {
        String nonce = UUID.randomUUID().toString().substring(0, 8);
        return target.resolveSibling(ASIDE_PREFIX + target.getFileName() + "-" + nonce);
    }

    /**
     * Writes a new file and waits until the disk has it; the file must not exist. An interrupt of the thread does not
     * disturb it, as it would with a channel: a run saves itself while it is being stopped.
     */
    public static void writeSynced(Path file, Content content) throws IOException {
        Files.createFile(file);
        try (FileOutputStream raw = new FileOutputStream(file.toFile())) {
            OutputStream out = new BufferedOutputStream(raw, 1 << 16);
            content.writeTo(out);
            out.flush();
            raw.getFD().sync();
        }
    }

    /** Moves a synced file or folder over its final name and waits until the disk knows the new name. */
    public static void moveInto(Path aside, Path target) throws IOException {
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            throw new IOException("the file system cannot move a file in one step", e);
        }
        syncFolder(folderOf(target));
    }

    /** Waits until the names inside a folder are on the disk. */
    public static void syncFolder(Path folder) throws IOException {
        if (isWindows()) {
            return; // Windows refuses to open a folder; it journals names itself.
        }
        boolean interrupted = Thread.interrupted(); // it would close the channel
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }

    private static Path folderOf(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException(file + " has no folder.");
        }
        return folder;
    }

    private static void deleteQuietly(Path aside) {
        try {
            Files.deleteIfExists(aside);
        } catch (IOException e) {
            // Never thrown: the error that led here is the one that matters.
            LOG.debug("{} is left behind", aside, e);
        }
    }
}
