package io.slimgan.ui.runs;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunNames;
import io.slimgan.runs.RunOwner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Renames runs and puts them away. Nothing is ever destroyed: a deleted run lies in the workspace's {@code .trash}. All
 * of it is one move within the workspace's disk, so it is quick and done or not done. Any thread.
 */
final class RunMoves {

    private static final String TRASH = ".trash";
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private RunMoves() {}

    /**
     * A run that was put away.
     *
     * @param from where it lay
     * @param now where it lies
     */
    record PutAway(Path from, Path now) {}

    /**
     * Gives a run another name.
     *
     * @return its folder from now on
     * @throws UserError if the name is not allowed or taken, or some process trains the run
     */
    static Path rename(Path run, String name) {
        RunNames.check(name);
        Path to = run.resolveSibling(name);
        move(run, to, "renamed");
        return to;
    }

    /** Puts a run into the trash of its workspace. */
    static PutAway delete(Path run) {
        Path trash = run.resolveSibling(TRASH);
        String stamped = run.getFileName() + "--" + LocalDateTime.now().format(STAMP);
        Path to = trash.resolve(stamped);
        for (int number = 2; Files.exists(to); number++) {
            to = trash.resolve(stamped + "-" + number);
        }
        try {
            Files.createDirectories(trash);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(trash, e);
        }
        move(run, to, "deleted");
        return new PutAway(run, to);
    }

    /** Brings a run back to where it lay. */
    static void restore(PutAway away) {
        move(away.now(), away.from(), "brought back");
    }

    private static void move(Path from, Path to, String done) {
        // A broken run has no settings to open, but nobody trains it either.
        Optional<RunOwner> owner = owner(from);
        if (owner.isPresent()) {
            throw new UserError("The run " + from.getFileName() + " cannot be " + done
                    + " while it is being trained by " + owner.get().describe() + "; stop it first.");
        }
        if (Files.exists(to)) {
            throw new UserError("The run " + from.getFileName() + " cannot be " + done + ": there is already "
                    + to.getFileName() + " in " + to.getParent() + "; choose another name.");
        }
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw FileProblems.cannotWrite(to, e);
        }
    }

    private static Optional<RunOwner> owner(Path run) {
        try {
            return RunFolder.open(run).owner();
        } catch (UserError e) {
            return Optional.empty();
        }
    }
}
