package io.slimgan.session;

import java.nio.file.Path;

/**
 * One run in training, owned by its device thread. Every method may be called from any thread and returns at once;
 * commands take effect at the next step boundary.
 */
public interface TrainingSession extends AutoCloseable {

    /** The run's folder. */
    Path folder();

    /** A snapshot of where the run stands; cheap, meant to be polled about ten times a second. */
    SessionStatus status();

    /** Stops after the step under way. */
    void pause();

    /** Goes on after a pause. */
    void resume();

    /** Trains exactly one step, then pauses. */
    void stepOnce();

    /** Writes a checkpoint at the next step boundary. */
    void saveNow();

    /** Saves and ends the run at the next step boundary; it can be resumed later. */
    void stop();

    /** {@link #stop()}, then waits until the device thread has ended and everything is on disk. */
    @Override
    void close();
}
