package io.slimgan.session;

import io.slimgan.base.UserError;
import io.slimgan.runs.events.EventWriter;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The run's log as the device thread writes it: putting never fails, as the writer keeps what the disk did not take;
 * {@link #flush} tells, and may be tried again.
 */
final class EventLog implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventLog.class);

    private final Path runFolder;
    private EventWriter writer;

    private EventLog(Path runFolder, EventWriter writer) {
        this.runFolder = runFolder;
        this.writer = writer;
    }

    /** The log of a run that goes on after a checkpoint's step; -1 is the beginning, which voids whatever was there. */
    static EventLog goOn(Path runFolder, long step) {
        return new EventLog(runFolder, EventWriter.resume(runFolder, step));
    }

    /** Training went back to a checkpoint: points of later steps are void. */
    void goOnAfter(long step) {
        EventWriter next = EventWriter.resume(runFolder, step);
        EventWriter before = writer;
        writer = next;
        try {
            before.close();
        } catch (UserError e) {
            LOG.warn("The log that was left could not be closed; its last points are void anyway.", e);
        }
    }

    void scalars(long step, Map<String, Double> values) {
        values.forEach((tag, value) -> put(() -> writer.scalar(tag, step, value)));
    }

    void image(String tag, long step, SampleGrids.Grid grid) {
        put(() -> writer.image(tag, step, grid.height(), grid.width(), grid.png()));
    }

    /**
     * Gives what was put to the operating system.
     *
     * @throws UserError if the disk does not take it; nothing is lost, it can be tried again
     */
    void flush() {
        writer.flush();
    }

    /** {@link #flush}, and waits for the disk. */
    void sync() {
        writer.sync();
    }

    private static void put(Runnable giving) {
        try {
            giving.run();
        } catch (UserError e) {
            LOG.debug("Kept for the next flush, which tells the user if that fails too.", e);
        }
    }

    @Override
    public void close() {
        writer.close();
    }
}
