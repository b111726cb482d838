package io.slimgan.ui.runs;

import java.nio.file.Path;

/** What the shell, which trains, does for the queue. FX thread. */
public interface QueueHandler {

    /** The folder that holds the runs. */
    Path workspace();

    /** Shows a run. */
    void open(Path folder);

    /** Begins the next run as soon as none trains, and so on. */
    void startQueue();

    /** Begins no further run. */
    void pauseQueue();

    /** Whether the next run begins in this window by itself. */
    boolean queueIsArmed();
}
