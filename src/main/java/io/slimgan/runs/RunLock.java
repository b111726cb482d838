package io.slimgan.runs;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Keeps two writers of one run apart, across processes: an operating system's lock on {@code run.lock}, which ends with
 * its process whatever happens to it, and beside it {@code owner.json}, which says who has it.
 *
 * <p>Two files because of a trap: where locks are POSIX's, closing any channel on the locked file gives up every lock
 * that the process holds on it. So within a process the note is asked first, and {@code run.lock} is opened only
 * when the note is not this process's own. {@code run.lock} is never deleted, or two processes could lock two files of
 * that name. Any thread may call.
 */
public final class RunLock implements AutoCloseable {

    private static final String LOCK_FILE = "run.lock";
    private static final String OWNER_FILE = "owner.json";
    private static final int ATTEMPTS = 10;
    private static final long PAUSE_MILLIS = 20;

    private final Path runFolder;
    private final FileChannel channel;
    private final FileLock lock;

    /** Makes the sentence that refuses a folder, from who has it. */
    @FunctionalInterface
    public interface Refusal {
        String sentence(String owner);
    }

    private RunLock(Path runFolder, FileChannel channel, FileLock lock) {
        this.runFolder = runFolder;
        this.channel = channel;
        this.lock = lock;
    }

    static RunLock acquire(Path runFolder) {
        return acquire(
                runFolder,
                owner -> "The run " + runFolder.getFileName() + " is being trained by " + owner
                        + "; stop it there first, or only look at it.");
    }

    /**
     * Takes a folder, which must exist: a run's, or another that one process at a time may work in, such as a
     * workspace's queue.
     *
     * @throws UserError with the refusal's sentence if another live holder has it, or if the disk knows no locks
     */
    public static RunLock acquire(Path runFolder, Refusal refusal) {
        synchronized (RunLock.class) {
            Optional<OwnerNote> note = OwnerNote.read(ownerFile(runFolder));
            if (note.isPresent() && note.get().isThisProcessIn(runFolder)) {
                throw refused(runFolder, refusal);
            }
            try {
                FileChannel channel = FileChannel.open(
                        lockFile(runFolder),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE);
                try {
                    RunLock taken = new RunLock(runFolder, channel, lock(channel, runFolder, refusal));
                    OwnerNote.ofThisProcess(runFolder).write(ownerFile(runFolder));
                    return taken;
                } catch (IOException | RuntimeException e) {
                    channel.close();
                    throw e;
                }
            } catch (IOException e) {
                throw new UserError(
                        runFolder + " cannot be locked: " + FileProblems.reason(e)
                                + ". Put the workspace on a disk that may be written and supports file locks.",
                        e);
            }
        }
    }

    /** Tries for a moment: another process that only looks whether the run is locked holds it for an instant. */
    private static FileLock lock(FileChannel channel, Path runFolder, Refusal refusal) throws IOException {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return lock;
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (OverlappingFileLockException e) {
                throw refused(runFolder, refusal);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw refused(runFolder, refusal);
            }
        }
        throw refused(runFolder, refusal);
    }

    private static UserError refused(Path runFolder, Refusal refusal) {
        String who = OwnerNote.read(ownerFile(runFolder))
                .map(note -> note.owner(runFolder).describe())
                .orElse("another process");
        return new UserError(refusal.sentence(who));
    }

    /** Who holds the lock of a folder now; empty if nobody does, also if a dead process left its note. */
    public static Optional<RunOwner> owner(Path runFolder) {
        synchronized (RunLock.class) {
            return OwnerNote.read(ownerFile(runFolder))
                    .filter(note -> note.isThisProcessIn(runFolder) || isHeld(runFolder, note))
                    .map(note -> note.owner(runFolder));
        }
    }

    private static boolean isHeld(Path runFolder, OwnerNote note) {
        try (FileChannel channel = FileChannel.open(lockFile(runFolder), StandardOpenOption.READ)) {
            FileLock probe = channel.tryLock(0, Long.MAX_VALUE, true);
            if (probe == null) {
                return true;
            }
            probe.release();
            return false;
        } catch (NoSuchFileException e) {
            return false;
        } catch (OverlappingFileLockException e) {
            return true;
        } catch (IOException e) {
            return note.processIsAlive();
        }
    }

    /** Gives the run up. Closing twice does nothing more. */
    @Override
    public void close() {
        synchronized (RunLock.class) {
            if (!lock.isValid()) {
                return;
            }
            try (channel) {
                Files.deleteIfExists(ownerFile(runFolder));
                lock.release();
            } catch (IOException e) {
                throw new UserError(
                        "The lock of " + runFolder + " was not given up cleanly: " + FileProblems.reason(e)
                                + ". Restart the program before going on there.",
                        e);
            }
        }
    }

    private static Path lockFile(Path runFolder) {
        return runFolder.resolve(LOCK_FILE);
    }

    private static Path ownerFile(Path runFolder) {
        return runFolder.resolve(OWNER_FILE);
    }
}
