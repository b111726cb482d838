package io.slimgan.cli;

import io.slimgan.runs.queue.FoundRun;
import io.slimgan.runs.queue.QueueEntry;
import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.QueueView;
import io.slimgan.runs.queue.RunQueue;
import io.slimgan.runs.queue.SweepRun;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.QueueTurn;
import io.slimgan.session.QueueWork;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Trains runs one after the other by way of the workspace's queue, where the window sees them, may change their order, take
 * some out, and pause. What others have queued is left to them.
 */
final class SweepTraining {

    private static final long LOOK_MILLIS = 500;

    private final Supplier<EngineRoom> engineRooms;
    private final RunQueue queue;
    private final List<SweepRun> runs;
    private final Set<String> names;
    private final Terminal terminal;
    private final PrintWriter err;
    private final Map<String, Double> seconds = new HashMap<>();
    private int begun;
    private boolean toldPause;

    SweepTraining(
            Supplier<EngineRoom> engineRooms, Path workspace, List<SweepRun> runs, Terminal terminal, PrintWriter err) {
        this.engineRooms = engineRooms;
        this.queue = RunQueue.of(workspace);
        this.runs = runs;
        this.names = runs.stream().map(SweepRun::name).collect(Collectors.toSet());
        this.terminal = terminal;
        this.err = err;
    }

    /** Returns the command's exit code when all have had their turn, or at once where the process is told to end. */
    int untilEnd() {
        try (EngineRoom room = engineRooms.get();
                QueueWork work = QueueWork.take(room, queue)) {
            runs.forEach(this::tellChanges);
            queue.add(runs);
            queue.pause(false);
            QueueTurn turn = work.next(this::isMine);
            while (!(turn instanceof QueueTurn.Nothing)) {
                if (take(turn, work) == Failures.INTERRUPTED) {
                    return Failures.INTERRUPTED;
                }
                turn = work.next(this::isMine);
            }
        }
        QueueView view = queue.view();
        terminal.say("");
        terminal.out().print(SweepTable.results(queue.workspace(), runs, view, seconds));
        terminal.out().flush();
        return runs.stream().allMatch(run -> isDone(run.name(), view)) ? 0 : Failures.FAILED;
    }

    /** What a begun run takes over: its folder has the new settings once it goes on. */
    private void tellChanges(SweepRun run) {
        FoundRun found = FoundRun.of(queue.workspace(), run.name(), run.settings());
        if (found.kind() == FoundRun.Kind.BEGUN && !found.sentence().isEmpty()) {
            terminal.say(run.name() + ": " + found.sentence());
        }
    }

    private static boolean isDone(String name, QueueView view) {
        return view.entry(name)
                .filter(entry -> entry.state() == QueueState.COMPLETE || entry.state() == QueueState.SKIPPED)
                .isPresent();
    }

    private boolean isMine(QueueEntry entry) {
        return names.contains(entry.name());
    }

    private int take(QueueTurn turn, QueueWork work) {
        if (turn instanceof QueueTurn.Paused) {
            waitForStart();
        } else if (turn instanceof QueueTurn.Skipped skipped) {
            String more = skipped.sentence().isEmpty() ? "" : " " + skipped.sentence();
            say(skipped.entry(), "complete with " + skipped.step() + " steps; skipped." + more);
        } else if (turn instanceof QueueTurn.Failed failed) {
            say(failed.entry(), "failed.");
            tell(failed.problem().sentence());
        } else if (turn instanceof QueueTurn.Begun now) {
            return train(now, work);
        }
        return 0;
    }

    private int train(QueueTurn.Begun now, QueueWork work) {
        String name = now.entry().name();
        say(now.entry(), now.resumed() ? "goes on." : "begins.");
        long start = System.nanoTime();
        TrainingWatch.Leaving leaving =
                new TrainingWatch.Leaving("the same command goes on there", () -> leave(name, now, work));
        TrainingWatch watch = new TrainingWatch(now.session(), terminal, err, leaving);
        int code = watch.untilEnd();
        if (code != Failures.INTERRUPTED) {
            work.ended(name, now.session().status(), watch.problem());
            seconds.put(name, (System.nanoTime() - start) / 1e9);
        }
        return code;
    }

    /** On the shutdown hook's thread. */
    private void leave(String name, QueueTurn.Begun now, QueueWork work) {
        work.ended(name, now.session().status(), Optional.empty());
        work.close();
        long waiting = queue.view().entries().stream()
                .filter(this::isMine)
                .filter(entry -> entry.state() == QueueState.WAITING)
                .count();
        terminal.say(waiting == 1 ? "1 run stays queued." : waiting + " runs stay queued.");
    }

    private void say(QueueEntry entry, String words) {
        begun++;
        toldPause = false;
        terminal.say("[" + begun + "/" + runs.size() + "] " + entry.name() + ": " + words);
    }

    private void tell(String sentence) {
        err.println("slimgan: " + sentence);
        err.flush();
    }

    private void waitForStart() {
        if (!toldPause) {
            terminal.say(
                    "The queue is paused; it goes on when it is started in the window. Ctrl-C leaves the rest queued.");
            toldPause = true;
        }
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
