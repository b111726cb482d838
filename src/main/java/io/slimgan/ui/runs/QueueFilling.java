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

/** Queues the settings files of a folder or a list file, all of them or, with every problem told, none. FX thread. */
final class QueueFilling {

    private static final String FAILED = "Nothing was queued";

    private final Supplier<Path> workspace;
    private final Dialogs dialogs;
    private final FilePicker files;
    private final Executor background;
    private final Runnable queued;

    QueueFilling(Supplier<Path> workspace, Dialogs dialogs, FilePicker files, Executor background, Runnable queued) {
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
                        "Queue “" + folder.getFileName() + "”",
                        "Seeds, such as 0, 1, 2 or 0-4; “own” for each settings file’s own",
                        "own",
                        seeds -> queue(folder, seeds)));
    }

    /** Queues what a list file names, with the seeds that it names. */
    void list(Path file) {
        queue(file, "own");
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
                thrown -> dialogs.problem(FAILED, Problem.of("Queueing", thrown)));
    }

    private static List<String> add(Path folder, String written, Path target) {
        String seeds = written.strip().equalsIgnoreCase("own") ? "" : written;
        Sweep sweep = Sweep.of(new SweepOrder(List.of(folder), Seeds.parse(seeds), Map.of()))
                .checkedIn(target);
        Path here = target.toAbsolutePath().normalize();
        Optional<Path> elsewhere =
                sweep.workspaces().stream().filter(named -> !named.equals(here)).findFirst();
        if (elsewhere.isPresent()) {
            return List.of(folder + " names the workspace " + elsewhere.get() + ", but this window shows " + here
                    + "; choose that one first, by Change… on the page Runs.");
        }
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
