package io.slimgan.runs.queue;

import io.slimgan.runs.RunOwner;
import java.util.List;
import java.util.Optional;

/**
 * The queue at a glance.
 *
 * @param entries in the order of their turns, those that have ended too
 * @param paused whether no further run shall begin; the one that runs goes on
 * @param owner who works the queue off right now; empty if nobody does
 */
public record QueueView(List<QueueEntry> entries, boolean paused, Optional<RunOwner> owner) {

    /** Nothing is queued. */
    public static final QueueView EMPTY = new QueueView(List.of(), false, Optional.empty());

    public QueueView {
        entries = List.copyOf(entries);
    }

    /** How many entries are in this state. */
    public long count(QueueState state) {
        return entries.stream().filter(entry -> entry.state() == state).count();
    }

    /** The entry of a run. */
    public Optional<QueueEntry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }
}
