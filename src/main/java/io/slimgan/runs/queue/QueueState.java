package io.slimgan.runs.queue;

/** What has become of a run of the queue. */
public enum QueueState {
    /** Its turn will come; it may have been begun before. */
    WAITING,
    /** Somebody trains it now because of the queue. */
    RUNNING,
    /** All its steps are done, the last of them by the queue. */
    COMPLETE,
    /** It ended by an error, which the entry's note tells; to be queued again once that is put right. */
    FAILED,
    /** There was nothing to do: all its steps were done before. */
    SKIPPED;

    /** Whether its turn is over. */
    public boolean hasEnded() {
        return this == COMPLETE || this == FAILED || this == SKIPPED;
    }
}
