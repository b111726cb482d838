package io.slimgan.session;

import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.RunLock;
import io.slimgan.runs.queue.FoundRun;
import io.slimgan.runs.queue.QueueEntry;
import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.QueueView;
import io.slimgan.runs.queue.RunQueue;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Works a workspace's queue off, one run after the other, as its one owner: begins what is new, goes on exactly with what
 * was begun, passes over what is complete, and notes how each ended. Reads and writes files: not for the FX thread; one
 * caller at a time.
 */
public final class QueueWork implements AutoCloseable {

    private final EngineRoom room;
    private final RunQueue queue;
    private final RunLock lock;

    private QueueWork(EngineRoom room, RunQueue queue, RunLock lock) {
        this.room = room;
        this.queue = queue;
        this.lock = lock;
    }

    /**
     * Takes the queue until {@link #close}.
     *
     * @throws UserError naming the process and machine if another one works it off
     */
    public static QueueWork take(EngineRoom room, RunQueue queue) {
        return new QueueWork(room, queue, queue.own());
    }

    /** Begins the first waiting run that is {@code meant}, unless the queue is paused. */
    public QueueTurn next(Predicate<QueueEntry> meant) {
        QueueView view = queue.view();
        Optional<QueueEntry> next = view.entries().stream()
                .filter(entry -> entry.state() == QueueState.WAITING)
                .filter(meant)
                .findFirst();
        if (next.isEmpty()) {
            return new QueueTurn.Nothing();
        }
        return view.paused() ? new QueueTurn.Paused() : begin(next.get());
    }

    private QueueTurn begin(QueueEntry entry) {
        queue.note(entry.name(), QueueState.RUNNING, "");
        try {
            RunSettings settings = queue.settings(entry.name());
            FoundRun found = FoundRun.of(queue.workspace(), entry.name(), settings);
            return switch (found.kind()) {
                case NEW -> new QueueTurn.Begun(entry, room.start(queue.workspace(), entry.name(), settings), false);
                case BEGUN ->
                    new QueueTurn.Begun(
                            entry, room.resume(queue.workspace().resolve(entry.name()), Optional.of(settings)), true);
                case COMPLETE -> {
                    queue.note(entry.name(), QueueState.SKIPPED, found.sentence());
                    yield new QueueTurn.Skipped(entry, found.step(), found.sentence());
                }
                case BUSY, OTHER -> throw new UserError(found.sentence());
            };
        } catch (RuntimeException e) {
            Problem problem = Problem.of("Beginning the run", e);
            queue.note(entry.name(), QueueState.FAILED, problem.sentence());
            return new QueueTurn.Failed(entry, problem);
        }
    }

    /**
     * Notes how a run ended that {@link #next} began; its session has let go of it.
     *
     * @param problem why it ended before its last step; empty if somebody stopped it: then it waits again
     */
    public void ended(String name, SessionStatus status, Optional<Problem> problem) {
        switch (status.state()) {
            case FINISHED -> queue.note(name, QueueState.COMPLETE, "");
            case FAILED -> queue.note(name, QueueState.FAILED, sentence(problem.or(status::problem)));
            default -> queue.note(name, problem.isPresent() ? QueueState.FAILED : QueueState.WAITING, words(problem));
        }
    }

    private static String words(Optional<Problem> problem) {
        return problem.map(Problem::sentence).orElse("");
    }

    private static String sentence(Optional<Problem> problem) {
        return problem.map(Problem::sentence).orElse("Training failed.");
    }

    /** Gives the queue up; what waits goes on waiting. */
    @Override
    public void close() {
        lock.close();
    }
}
