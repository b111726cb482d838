package io.slimgan.cli;

import io.slimgan.base.Interruption;
import io.slimgan.base.RunState;
import io.slimgan.session.Problem;
import io.slimgan.session.SessionStatus;
import io.slimgan.session.TrainingSession;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows a session to its end: shows progress, and saves when the process is told to end. */
final class TrainingWatch {

    private static final long LOOK_MILLIS = 200;
    private static final long PLAIN_LINE_SECONDS = 5;
    private static final long LOSSES_SECONDS = 1;

    private final TrainingSession session;
    private final Terminal terminal;
    private final PrintWriter err;
    private final Leaving leaving;
    private Optional<Problem> problem = Optional.empty();
    private List<Losses.OfWidth> losses = List.of();
    private long lossesAt;
    private long saidAt;
    private String said = "";
    private final Set<String> told = new HashSet<>();

    /**
     * What is said and done when the process is told to end.
     *
     * @param goesOn how the run goes on later, such as "--resume goes on there"
     * @param saved called once the run is on the disk
     */
    record Leaving(String goesOn, Runnable saved) {

        static final Leaving PLAIN = new Leaving("--resume goes on there", () -> {});
    }

    TrainingWatch(TrainingSession session, Terminal terminal, PrintWriter err) {
        this(session, terminal, err, Leaving.PLAIN);
    }

    TrainingWatch(TrainingSession session, Terminal terminal, PrintWriter err, Leaving leaving) {
        this.leaving = leaving;
        this.session = session;
        this.terminal = terminal;
        this.err = err;
        long longAgo = System.nanoTime() - seconds(3600);
        this.lossesAt = longAgo;
        this.saidAt = longAgo;
    }

    /** Returns the command's exit code when the run has ended and everything is on the disk. */
    int untilEnd() {
        terminal.say("Training in " + session.folder() + "; Ctrl-C saves and stops.");
        try (Interruption hook = Interruption.saving(this::saveBeforeTheEnd);
                Losses log = new Losses(session.folder())) {
            SessionStatus status = session.status();
            while (status.state().isLive() && !needsHelp(status)) {
                if (!hook.happened()) {
                    show(status, log);
                }
                pauseALittle();
                status = session.status();
            }
            // What could not be measured is no failure of the training; it was told when it happened.
            problem = needsHelp(status) ? status.problem() : Optional.empty();
            session.close();
            return hook.happened() ? Failures.INTERRUPTED : ended(session.status(), log);
        }
    }

    /** Why the run did not come to its end, once {@link #untilEnd} has returned; empty where it did, or was stopped. */
    Optional<Problem> problem() {
        return problem;
    }

    /** A session that pauses by itself waits for somebody to look at it; at the command line nobody can. */
    private static boolean needsHelp(SessionStatus status) {
        return status.state() == RunState.PAUSED && status.problem().isPresent();
    }

    private void show(SessionStatus status, Losses log) {
        ImageNotes.lines(status.notes()).forEach(this::tell);
        status.watches().forEach(mark -> tell("Step " + mark.step() + ": " + mark.sentence()));
        status.problem().ifPresent(problem -> tell(problem.sentence()));
        long now = System.nanoTime();
        if (now - lossesAt >= seconds(LOSSES_SECONDS)) {
            losses = log.newest();
            log.measured(false).forEach(this::tell);
            lossesAt = now;
        }
        if (terminal.live()) {
            terminal.draw(ProgressText.drawn(status, losses, terminal.columns()));
            return;
        }
        String line = status.activity().isEmpty() ? ProgressText.plain(status, losses) : status.activity();
        if (now - saidAt >= seconds(PLAIN_LINE_SECONDS) && !line.equals(said)) {
            terminal.say(line);
            said = line;
            saidAt = now;
        }
    }

    /** Says each thing once, on a line of its own. */
    private void tell(String sentence) {
        if (told.add(sentence)) {
            if (terminal.live()) {
                terminal.say("");
            }
            terminal.say(sentence);
        }
    }

    private int ended(SessionStatus status, Losses log) {
        ImageNotes.lines(status.notes()).forEach(this::tell);
        losses = log.newest();
        log.measured(true).forEach(this::tell);
        if (problem.isPresent() || status.state() == RunState.FAILED) {
            Problem why = problem.or(status::problem).orElse(new Problem("Training failed.", ""));
            problem = Optional.of(why);
            if (terminal.live()) {
                terminal.say("");
            }
            err.println("slimgan: " + why.sentence());
            err.flush();
            return why.usersToFix() ? Failures.WRONG_INPUT : Failures.FAILED;
        }
        terminal.say(ProgressText.plain(status, losses));
        String how = status.state() == RunState.FINISHED ? "Finished" : "Stopped";
        terminal.say(how + " at step " + status.step() + "; the run is in " + session.folder() + ".");
        return 0;
    }

    /** On the shutdown hook's thread: the process lives until this returns. */
    private void saveBeforeTheEnd() {
        terminal.say("Saving ...");
        session.close();
        SessionStatus status = session.status();
        terminal.say(howItWasLeft(session.folder(), status, leaving.goesOn()));
        leaving.saved().run();
    }

    /** What an interrupted session leaves behind; one that is stopped before its first checkpoint takes its folder away. */
    static String howItWasLeft(Path folder, SessionStatus status, String goesOn) {
        if (!Files.exists(folder)) {
            return "Stopped before its first checkpoint; nothing was kept.";
        }
        if (status.lastCheckpointStep() < 0) {
            return "Stopped before it went on; the run is as it was.";
        }
        return status.lastCheckpointStep() == status.step()
                ? "Saved at step " + status.step() + "; " + goesOn + "."
                : "Stopped at step " + status.step() + ".";
    }

    private static void pauseALittle() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static long seconds(long n) {
        return n * 1_000_000_000L;
    }
}
