package io.slimgan.session;

import io.slimgan.runs.queue.QueueEntry;

/** What came of asking for the next run of a queue. */
public sealed interface QueueTurn {

    /** A run trains. */
    record Begun(QueueEntry entry, TrainingSession session, boolean resumed) implements QueueTurn {}

    /** A run had all its steps; {@code sentence} says what a person should know of it, and may be empty. */
    record Skipped(QueueEntry entry, long step, String sentence) implements QueueTurn {}

    /** A run could not begin. */
    record Failed(QueueEntry entry, Problem problem) implements QueueTurn {}

    /** Runs wait, but the queue is paused. */
    record Paused() implements QueueTurn {}

    /** No run waits. */
    record Nothing() implements QueueTurn {}
}
