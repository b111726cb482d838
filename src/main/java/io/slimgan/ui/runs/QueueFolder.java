package io.slimgan.ui.runs;

import io.slimgan.base.UserError;
import io.slimgan.runs.queue.RunQueue;
import io.slimgan.runs.queue.Seeds;
import io.slimgan.runs.queue.Sweep;
import io.slimgan.runs.queue.SweepOrder;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Fx;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Queues the settings files of a folder, all of them or, with every problem told, none. FX thread. */
final class QueueFolder {

    private static final String FAILED = "The folder was not queued";

    private final Supplier<Path> workspace;
    private final Dialogs dialogs;
    private final FilePicker files;
    private final Executor background;
    private final Runnable queued;

    QueueFolder(Supplier<Path> workspace, Dialogs dialogs, FilePicker files, Executor background, Runnable queued) {
        this.workspace = workspace;
        this.dialogs = dialogs;
        this.files = files;
        this.background = background;
        this.queued = queued;
    }

    /** Asks for the folder and the seeds. */
    void ask() {
        files.folder("Choose a folder of settings files", Optional.empty())
                .ifPresent(folder -> dialogs.text(
                        "Queue a folder",
                        "Seeds for each settings file of “" + folder.getFileName()
                                + "”, such as 0, 1, 2 or 0-4; “own” for each file's own",
                        "own",
                        seeds -> queue(folder, seeds)));
    }

    private void queue(Path folder, String written) {
        Path target = workspace.get();
        Fx.whenDone(
                CompletableFuture.supplyAsync(() -> add(folder, written, target), background),
                problems -> {
                    if (!problems.isEmpty()) {
                        dialogs.problem(FAILED, told(problems));
                    }
                    queued.run();
                },
                thrown -> dialogs.problem(FAILED, Problem.of("Queueing the folder", thrown)));
    }

    private static List<String> add(Path folder, String written, Path target) {
        String seeds = written.strip().equalsIgnoreCase("own") ? "" : written;
        Sweep sweep = Sweep.of(new SweepOrder(List.of(folder), Seeds.parse(seeds), Map.of()))
                .checkedIn(target);
        if (sweep.problems().isEmpty()) {
            RunQueue.of(target).add(sweep.runs());
        }
        return sweep.problems();
    }

    private static Problem told(List<String> problems) {
        String first = problems.get(0);
        return problems.size() == 1
                ? Problem.of("", new UserError(first))
                : new Problem(
                        first + " And " + (problems.size() - 1) + " more, which the details name.",
                        String.join("\n", problems),
                        true);
    }
}
