package io.slimgan.runs.queue;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/**
 * Lets one at a time read, change and write the queue's file, across threads and processes; held for milliseconds. Not
 * the lock of who works the queue off, which may be held for days.
 */
final class QueueLatch {

    private static final String FILE = "edit.lock";
    private static final int ATTEMPTS = 500;
    private static final long PAUSE_MILLIS = 10;

    private QueueLatch() {}

    static <T> T holding(Path folder, Supplier<T> work) {
        // One thread of this process at a time: closing another channel on the file would give the lock up.
        synchronized (QueueLatch.class) {
            try (FileChannel channel =
                    FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                FileLock lock = lock(channel, folder);
                try {
                    return work.get();
                } finally {
                    lock.release();
                }
            } catch (IOException e) {
                throw FileProblems.cannotWrite(folder.resolve(FILE), e);
            }
        }
    }

    private static FileLock lock(FileChannel channel, Path folder) throws IOException {
        boolean interrupted = false;
        try {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
                try {
                    Thread.sleep(PAUSE_MILLIS);
                } catch (InterruptedException e) {
                    interrupted = true; // A queue is noted to the end, also by a thread that is to stop.
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        throw new UserError("The queue in " + folder
                + " is being changed by another process that does not finish; end that process and try again.");
    }
}
