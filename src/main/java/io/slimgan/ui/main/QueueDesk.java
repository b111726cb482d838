package io.slimgan.ui.main;

import io.slimgan.base.RunState;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.QueueView;
import io.slimgan.runs.queue.RunQueue;
import io.slimgan.runs.queue.SweepRun;
import io.slimgan.session.Problem;
import io.slimgan.session.QueueTurn;
import io.slimgan.session.QueueWork;
import io.slimgan.session.SessionStatus;
import io.slimgan.session.TrainingSession;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.OpenRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Works the workspace's queue off in this window: when a run of this window has ended, or the user starts the queue, the
 * next begins. A run that the user stops stops the queue with it. Looks twice a second, also while the window is
 * minimised; what reads files happens in the background. FX thread.
 */
final class QueueDesk {

    private static final Logger LOG = LoggerFactory.getLogger(QueueDesk.class);
    private static final Duration INTERVAL = Duration.millis(500);
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final ShellTools tools;
    private final RunDesk desk;
    private final Supplier<Path> workspace;
    private final Runnable changed;
    private final Timeline timer;
    private Optional<QueueWork> work = Optional.empty();
    private Optional<QueueTurn.Begun> now = Optional.empty();
    private List<TrainingSession> seen = List.of();
    private boolean armed;
    private boolean busy;
    private long notBefore = System.nanoTime();

    /** {@code changed} is called when a run of the queue has begun or ended. */
    QueueDesk(ShellTools tools, RunDesk desk, Supplier<Path> workspace, Runnable changed) {
        this.tools = tools;
        this.desk = desk;
        this.workspace = workspace;
        this.changed = changed;
        timer = new Timeline(new KeyFrame(INTERVAL, event -> look()));
        timer.setCycleCount(Animation.INDEFINITE);
    }

    /** Looks after the queue from now on, until {@link #close}. */
    void begin() {
        timer.play();
    }

    /** Whether the next run begins by itself: once the one in training has ended, or at once. */
    boolean isArmed() {
        return armed || !seen.isEmpty();
    }

    /** Queues settings of a form, a run for each seed; completes with the runs' names. */
    CompletableFuture<List<String>> add(String name, RunSettings settings, List<Long> seeds) {
        Path target = workspace.get();
        CompletableFuture<List<String>> added = CompletableFuture.supplyAsync(
                () -> {
                    List<SweepRun> runs = SweepRun.of(target, name, settings, seeds);
                    RunQueue.of(target).add(runs);
                    return runs.stream().map(SweepRun::name).toList();
                },
                tools.background());
        Fx.whenDone(added, names -> changed.run(), thrown -> LOG.debug("Nothing was queued.", thrown));
        return added;
    }

    /** Works the queue off as soon as nothing trains here or in another process. */
    void start() {
        Path target = workspace.get();
        inBackground(() -> RunQueue.of(target).pause(false), () -> {
            armed = true; // Not before, or the pause would still be found.
            notBefore = System.nanoTime();
        });
    }

    /** Lets the run in training end, and begins no further one. */
    void pause() {
        armed = false;
        Path target = workspace.get();
        inBackground(() -> RunQueue.of(target).pause(true), () -> {});
    }

    private void look() {
        if (busy) {
            return;
        }
        if (now.isPresent()) {
            follow(now.get());
            return;
        }
        List<TrainingSession> live = desk.live();
        if (!live.isEmpty()) {
            seen = live;
            return;
        }
        boolean stopped = seen.stream().anyMatch(session -> session.status().state() == RunState.STOPPED);
        if (stopped) {
            // The user may have stopped it to begin another one, which is on its way.
            notBefore = System.nanoTime() + PATIENCE_NANOS;
        } else if (!seen.isEmpty()) {
            armed = true;
        }
        seen = List.of();
        if (armed && System.nanoTime() - notBefore >= 0) {
            next();
        }
    }

    private void follow(QueueTurn.Begun run) {
        SessionStatus status = run.session().status();
        boolean helpless = status.state() == RunState.PAUSED && status.problem().isPresent();
        if (status.state().isLive() && !helpless) {
            return;
        }
        // Nobody may be there to look at a run that pauses by itself, and others wait.
        Optional<Problem> problem = helpless ? status.problem() : Optional.empty();
        boolean goesOn = armed && status.state() != RunState.STOPPED;
        armed = goesOn;
        busy(
                () -> {
                    run.session().close();
                    work.ifPresent(
                            w -> w.ended(run.entry().name(), run.session().status(), problem));
                    return goesOn ? Optional.of(turn()) : Optional.<QueueTurn>empty();
                },
                turn -> {
                    now = Optional.empty();
                    turn.ifPresentOrElse(this::take, this::letGo);
                });
    }

    private void next() {
        busy(
                () -> {
                    if (work.isEmpty()) {
                        QueueView view = RunQueue.of(workspace.get()).view();
                        if (view.count(QueueState.WAITING) == 0) {
                            return Optional.<QueueTurn>of(new QueueTurn.Nothing());
                        }
                        if (view.owner().isPresent()) {
                            return Optional.<QueueTurn>empty(); // It is somebody else's for now.
                        }
                        work = Optional.of(QueueWork.take(tools.room(), RunQueue.of(workspace.get())));
                    }
                    return Optional.of(turn());
                },
                turn -> turn.ifPresentOrElse(this::take, () -> notBefore = System.nanoTime() + PATIENCE_NANOS));
    }

    /** The next run that trains, past those that are complete or cannot begin, which the queue notes. Background. */
    private QueueTurn turn() {
        QueueWork mine = work.orElseThrow();
        QueueTurn turn = mine.next(entry -> true);
        while (turn instanceof QueueTurn.Skipped || turn instanceof QueueTurn.Failed) {
            turn = mine.next(entry -> true);
        }
        return turn;
    }

    private void take(QueueTurn turn) {
        if (turn instanceof QueueTurn.Begun begun) {
            now = Optional.of(begun);
            armed = true;
            show(begun.session());
        } else {
            armed = false;
            letGo();
        }
        changed.run();
    }

    /** The run comes into view where the one before has ended; a run that the user looks at stays. */
    private void show(TrainingSession session) {
        desk.train(session);
        boolean looks = desk.run().get().filter(run -> run.session().isEmpty()).isPresent();
        if (looks) {
            return;
        }
        Fx.whenDone(
                CompletableFuture.supplyAsync(
                        () -> new OpenRun(
                                session.folder(),
                                RunFolder.open(session.folder()).settings(),
                                Optional.of(session),
                                tools.room()),
                        tools.background()),
                desk::show,
                thrown -> LOG.warn("The run of the queue is not shown.", thrown));
    }

    private void letGo() {
        Optional<QueueWork> mine = work;
        work = Optional.empty();
        mine.ifPresent(w -> inBackground(w::close, () -> {}));
        changed.run();
    }

    private <T> void busy(Supplier<T> job, Consumer<T> done) {
        busy = true;
        Fx.whenDone(
                CompletableFuture.supplyAsync(job, tools.background()),
                value -> {
                    busy = false;
                    done.accept(value);
                },
                thrown -> {
                    busy = false;
                    now = Optional.empty();
                    armed = false;
                    letGo();
                    tell(thrown);
                });
    }

    private void inBackground(Runnable job, Runnable then) {
        Fx.whenDone(
                CompletableFuture.runAsync(job, tools.background()),
                done -> {
                    then.run();
                    changed.run();
                },
                this::tell);
    }

    private void tell(Throwable thrown) {
        tools.dialogs().problem("The queue does not go on", Problem.of("Working the queue off", thrown));
    }

    /** Looks no more; what trains has been saved, and waits in the queue. Writes a small file. */
    void close() {
        timer.stop();
        armed = false;
        Optional<QueueTurn.Begun> run = now;
        now = Optional.empty();
        work.ifPresent(mine -> {
            run.filter(begun -> !begun.session().status().state().isLive())
                    .ifPresent(begun ->
                            mine.ended(begun.entry().name(), begun.session().status(), Optional.empty()));
            mine.close();
        });
        work = Optional.empty();
    }
}
