package io.slimgan.data.download;

import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps two downloads of one file apart, in this process and in another: together they would write a mixture. */
record PartLock(Path note, FileChannel channel) implements AutoCloseable {

    /** @throws UserError if the file is being downloaded already */
    static PartLock take(Path part) throws IOException {
        Path note = part.resolveSibling(part.getFileName() + ".lock");
        FileChannel channel = FileChannel.open(note, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new PartLock(note, channel);
            }
        } catch (OverlappingFileLockException heldHere) {
            // told below, as for another process
        }
        channel.close();
        throw new UserError(part + " is being written by another download of the same file; wait until it is done.");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(note);
    }
}
