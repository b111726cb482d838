package io.slimgan.base;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Sentences for what goes wrong with files: Java's own messages are often no more than the path. */
public final class FileProblems {

    private FileProblems() {}

    /** "The file x cannot be read: it does not exist." */
    public static UserError cannotRead(Path file, IOException e) {
        return new UserError("The file " + file + " cannot be read: " + reason(e) + ".", e);
    }

    /** "The file x cannot be written: no space left on device; …" */
    public static UserError cannotWrite(Path file, IOException e) {
        return new UserError(
                "The file " + file + " cannot be written: " + reason(e)
                        + ". Check the disk's free space and the folder's permissions, or choose another place.",
                e);
    }

    /** "The folder x cannot be made: permission is denied; …" */
    public static UserError cannotMake(Path folder, IOException e) {
        // Asked for all folders on the way, a system that has none for them, such as /proc, says that there is no such
        // file.
        String why = e instanceof NoSuchFileException ? "the system makes no folder there" : reason(e);
        return new UserError(
                "The folder " + folder + " cannot be made: " + why
                        + ". Check the permissions of the folder above it, or choose another place.",
                e);
    }

    /** What is wrong in a few words, without a full stop. */
    public static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "it does not exist";
        }
        if (e instanceof AccessDeniedException) {
            return "permission is denied";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "something of that name exists already";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }
}
