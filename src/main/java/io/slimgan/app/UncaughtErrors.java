package io.slimgan.app;

import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last net: whatever nobody has handled goes to the log with all its details, and to the terminal in one line. The
 * window has a finer net of its own on its thread.
 */
final class UncaughtErrors implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrors.class);
    private static final int FAILED = 1;

    private UncaughtErrors() {}

    /** Catches what ends any thread of this process from now on. */
    static UncaughtErrors install() {
        UncaughtErrors errors = new UncaughtErrors();
        Thread.setDefaultUncaughtExceptionHandler(errors);
        return errors;
    }

    /** Runs the program; its exit code, or 1 if it ended by an error. */
    int guard(IntSupplier program) {
        try {
            return program.getAsInt();
        } catch (RuntimeException | Error e) {
            uncaughtException(Thread.currentThread(), e);
            return FAILED;
        }
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        String what = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        String line = what.lines().findFirst().orElse(what);
        LOG.error("Something unexpected happened: {} (details in {})", line, LogFile.folder(), thrown);
    }
}
