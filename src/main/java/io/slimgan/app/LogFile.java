package io.slimgan.app;

import io.slimgan.base.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tells the logging library where its file lies, which it reads from a system property when the first logger is asked for
 * (src/main/resources/logback.xml). Therefore this class has no logger, and main calls it before anything else.
 */
final class LogFile {

    /** The property that logback.xml reads: the log's folder. */
    static final String FOLDER_PROPERTY = "slimgan.log.folder";

    /** The property that tells the lines of two processes in one file apart. */
    private static final String PROCESS_PROPERTY = "slimgan.pid";

    private LogFile() {}

    /**
     * Chooses and makes the folder.
     *
     * @return the folder; one in the system's temporary folder where the user's own cannot be written
     */
    static Path place(UserFolders folders) {
        Path folder = folders.state().resolve("log");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            folder = Path.of(System.getProperty("java.io.tmpdir", "."), "slimgan-explorer-log");
        }
        System.setProperty(FOLDER_PROPERTY, folder.toString());
        System.setProperty(
                PROCESS_PROPERTY, String.valueOf(ProcessHandle.current().pid()));
        return folder;
    }

    /** The folder that was chosen, for messages that point to it. */
    static String folder() {
        return System.getProperty(FOLDER_PROPERTY, "the log");
    }
}
