package io.slimgan.runs.queue;

import java.time.Instant;
import java.util.Optional;

/**
 * A run in the queue. Its settings lie beside the queue's file; {@link RunQueue#settings} reads them.
 *
 * @param name the run's name, its folder's in the workspace; no two entries share one
 * @param state what has become of it
 * @param configuration where its settings come from, for people: a file's path, or empty where it was a form
 * @param steps the steps of the whole run
 * @param note why it failed or was skipped, in a sentence; empty otherwise
 * @param began when its turn came last; empty before
 * @param ended when its turn was over
 */
public record QueueEntry(
        String name,
        QueueState state,
        String configuration,
        long steps,
        String note,
        Optional<Instant> began,
        Optional<Instant> ended) {

    /** A run whose turn will come. */
    static QueueEntry waiting(SweepRun run) {
        return new QueueEntry(
                run.name(),
                QueueState.WAITING,
                run.configuration(),
                run.settings().training().steps(),
                "",
                Optional.empty(),
                Optional.empty());
    }

    /** The same run in another state from now on. */
    QueueEntry in(QueueState next, String why) {
        Instant now = Instant.now();
        return switch (next) {
            case WAITING -> new QueueEntry(name, next, configuration, steps, why, Optional.empty(), Optional.empty());
            case RUNNING -> new QueueEntry(name, next, configuration, steps, why, Optional.of(now), Optional.empty());
            default -> new QueueEntry(name, next, configuration, steps, why, began, Optional.of(now));
        };
    }
}
