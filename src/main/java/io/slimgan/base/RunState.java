package io.slimgan.base;

/** Where a run stands. */
public enum RunState {
    /** Loading data and engine, building or restoring networks. */
    PREPARING,
    RUNNING,
    /** Between two steps, waiting for a command. */
    PAUSED,
    /** Ended by the user before its last step; can be resumed. */
    STOPPED,
    /** All steps done. */
    FINISHED,
    /** Ended by an error; the last good checkpoint can be resumed. */
    FAILED;

    /** Whether a device thread still owns the run. */
    public boolean isLive() {
        return this == PREPARING || this == RUNNING || this == PAUSED;
    }
}
