package io.slimgan.ui.main;

import io.slimgan.config.RunSettings;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.Problem;
import io.slimgan.session.TrainingSession;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.common.OpenRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts runs onto the desk: opens them to look at, starts new ones, resumes old ones. One run trains at a time, as the
 * engine does, so a second one asks for the first to be saved and stopped. Files are read in the background. FX thread.
 */
final class RunOpener {

    private static final Logger LOG = LoggerFactory.getLogger(RunOpener.class);

    private final ShellTools tools;
    private final RunDesk desk;
    private final Latest opening = new Latest();

    RunOpener(ShellTools tools, RunDesk desk) {
        this.tools = tools;
        this.desk = desk;
    }

    /** Shows a run from its folder. */
    void open(Path folder) {
        open(folder, () -> {});
    }

    /** As {@link #open(Path)}; {@code onOpened} is called when it is shown. */
    void open(Path folder, Runnable onOpened) {
        opening.await(
                inBackground(() -> look(folder)),
                run -> show(run, onOpened),
                thrown -> tell("The run cannot be opened", thrown));
    }

    /** As {@link #open(Path, Runnable)} for a run that nobody asked for just now: a failure goes to the log. */
    void openQuietly(Path folder, Runnable onOpened) {
        opening.await(
                inBackground(() -> look(folder)),
                run -> show(run, onOpened),
                thrown -> LOG.warn("The last run {} is not shown again: {}", folder, thrown.getMessage()));
    }

    /** Makes a run and trains it. */
    void start(Path workspace, String name, RunSettings settings, Runnable onStarted, Runnable onFailed) {
        train("The run cannot be started", () -> tools.room().start(workspace, name, settings), onStarted, onFailed);
    }

    /** Trains a run on from its newest checkpoint, with changed settings where they are given. */
    void resume(Path folder, Optional<RunSettings> changed, Runnable onStarted) {
        train("The run cannot be resumed", () -> tools.room().resume(folder, changed), onStarted, () -> {});
    }

    private OpenRun look(Path folder) {
        RunFolder run = RunFolder.open(folder);
        return new OpenRun(run.path(), run.settings(), tools.room().sessionOf(run.path()), tools.room());
    }

    private void train(String failure, Supplier<TrainingSession> begin, Runnable onStarted, Runnable onFailed) {
        List<TrainingSession> live = desk.live();
        if (live.isEmpty()) {
            begin(failure, begin, onStarted, onFailed);
            return;
        }
        onFailed.run(); // The form can be used again, whatever is answered.
        tools.dialogs()
                .choose(
                        "Another run is training",
                        "One run trains at a time, and this is " + names(live) + ". Stop and save it first?",
                        List.of(new Dialogs.Choice(
                                "Stop, save and go on",
                                () -> Fx.whenDone(
                                        inBackground(() -> closeAll(live)),
                                        closed -> begin(failure, begin, onStarted, onFailed),
                                        thrown -> tell(failure, thrown)))));
    }

    private void begin(String failure, Supplier<TrainingSession> begin, Runnable onStarted, Runnable onFailed) {
        CompletableFuture<OpenRun> started = inBackground(() -> {
            TrainingSession session = begin.get();
            RunFolder run = RunFolder.open(session.folder());
            return new OpenRun(session.folder(), run.settings(), Optional.of(session), tools.room());
        });
        opening.await(started, run -> show(run, onStarted), thrown -> {
            onFailed.run();
            tell(failure, thrown);
        });
    }

    private void show(OpenRun run, Runnable then) {
        desk.show(run);
        then.run();
    }

    private void tell(String title, Throwable thrown) {
        Problem problem = Problem.of(title.replaceFirst(" cannot.*", ""), thrown);
        LOG.warn("{}: {}", title, problem.sentence());
        LOG.debug("Details", thrown);
        tools.dialogs().problem(title, problem);
    }

    private static boolean closeAll(List<TrainingSession> live) {
        live.forEach(TrainingSession::close);
        return true;
    }

    /** The names of runs for a sentence. */
    static String names(List<TrainingSession> sessions) {
        return String.join(
                ", ",
                sessions.stream()
                        .map(session -> "“" + session.folder().getFileName() + "”")
                        .toList());
    }

    private <T> CompletableFuture<T> inBackground(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, tools.background());
    }
}
