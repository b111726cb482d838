package io.slimgan.cli;

import io.slimgan.base.UnavailableError;
import io.slimgan.base.UserError;
import java.nio.file.InvalidPathException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells a failed command in one line: what the user can put right with exit code 2, anything else with 1. */
final class Failures implements IExecutionExceptionHandler {

    static final int FAILED = 1;
    static final int WRONG_INPUT = 2;
    static final int INTERRUPTED = 130;

    /** Where main puts the log (logback.xml reads the same property). */
    private static final String LOG_FOLDER = "slimgan.log.folder";

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    @Override
    public int handleExecutionException(Exception thrown, CommandLine command, ParseResult parsed) {
        Throwable cause = unwrapped(thrown);
        LOG.info("Command {} failed", command.getCommandName(), cause);
        if (cause instanceof UserError known) {
            print(command, known.sentence());
            return known instanceof UnavailableError ? FAILED : WRONG_INPUT;
        }
        if (cause instanceof InvalidPathException path) {
            print(command, path.getInput() + " is no path on this system: " + path.getReason() + ".");
            return WRONG_INPUT;
        }
        String what = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        String folder = System.getProperty(LOG_FOLDER, "");
        String log = folder.isEmpty() ? "" : " (the log in " + folder + " has the details)";
        print(command, "failed: " + what.lines().findFirst().orElse(what) + log);
        return FAILED;
    }

    /** What really happened, without the wrapping of futures. */
    static Throwable unwrapped(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null
                && (cause instanceof CompletionException || cause instanceof ExecutionException)) {
            cause = cause.getCause();
        }
        return cause;
    }

    static void print(CommandLine command, String line) {
        command.getErr().println("slimgan: " + line);
        command.getErr().flush();
    }
}
