package io.slimgan.runs.events;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Appends to a run's log. Every writer begins a file of its own whose name sorts after the older ones, so a torn end
 * that a killed process left behind is never written over. Points of one step that come in a row become one event.
 *
 * <p>What is logged is held back until {@link #flush}, or until a good amount has gathered. An interrupt does not disturb it. Any thread may call; only
 * who holds the run's lock may open one.
 */
public final class EventWriter implements AutoCloseable {

    private static final int GATHER_BYTES = 1 << 18;

    private final Path file;
    private final RandomAccessFile out;
    private final Clock clock;
    private final ByteArrayOutputStream records = new ByteArrayOutputStream();
    private final ByteArrayOutputStream summary = new ByteArrayOutputStream();
    private long summaryStep;
    private long end;
    private boolean closed;

    private EventWriter(Path file, RandomAccessFile out, Clock clock) {
        this.file = file;
        this.out = out;
        this.clock = clock;
    }

    /**
     * The log of a run that begins.
     *
     * @throws UserError if the disk does not take it
     */
    public static EventWriter open(Path runFolder) {
        return begin(runFolder, Clock.systemUTC());
    }

    /**
     * The log of a run that goes on from the checkpoint of {@code step}. First of all it says so (TensorBoard's
     * SessionLog START with the next step), which voids every point of later steps that the interrupted run had
     * already logged, for TensorBoard as for {@link EventFollower}.
     *
     * @throws UserError if the disk does not take it
     */
    public static EventWriter resume(Path runFolder, long step) {
        EventWriter writer = begin(runFolder, Clock.systemUTC());
        writer.append(EventEncoder.sessionStart(writer.wallTime(), step + 1));
        writer.flush();
        return writer;
    }

    static EventWriter begin(Path runFolder, Clock clock) {
        try {
            Files.createDirectories(runFolder);
            Path file = EventFiles.next(runFolder, clock.instant().getEpochSecond());
            Files.createFile(file);
            EventWriter writer = new EventWriter(file, new RandomAccessFile(file.toFile(), "rw"), clock);
            writer.append(EventEncoder.fileVersion(writer.wallTime()));
            writer.flush();
            return writer;
        } catch (IOException e) {
            throw FileProblems.cannotWrite(runFolder, e);
        }
    }

    /** Logs one point of a curve; {@code value} is kept in float32 precision. */
    public synchronized void scalar(String tag, long step, double value) {
        if (step != summaryStep) {
            endSummary();
            summaryStep = step;
        }
        summary.writeBytes(EventEncoder.scalarSummary(tag, value));
    }

    /**
     * Logs a picture.
     *
     * @param h height in pixels
     * @param w width in pixels
     * @param png the whole PNG file, RGB
     */
    public synchronized void image(String tag, long step, int h, int w, byte[] png) {
        endSummary();
        append(EventEncoder.summaryEvent(wallTime(), step, EventEncoder.imageSummary(tag, h, w, png)));
    }

    /**
     * Gives everything to the operating system: other processes see it, and it outlives this process.
     *
     * @throws UserError if the disk does not take it; what was not written is kept and tried again with the next flush
     */
    public synchronized void flush() {
        endSummary();
        writeOut();
    }

    /** {@link #flush}, and waits until the disk has it, as before a checkpoint that must not be ahead of its curves. */
    public synchronized void sync() {
        flush();
        try {
            out.getFD().sync();
        } catch (IOException e) {
            throw FileProblems.cannotWrite(file, e);
        }
    }

    /** The file that this writer appends to. */
    public Path file() {
        return file;
    }

    /** Writes what is left. Closing twice does nothing more. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (out) {
            sync();
        } catch (IOException e) {
            throw FileProblems.cannotWrite(file, e);
        }
    }

    private void endSummary() {
        if (summary.size() > 0) {
            byte[] values = summary.toByteArray();
            summary.reset();
            append(EventEncoder.summaryEvent(wallTime(), summaryStep, values));
        }
    }

    private void append(byte[] event) {
        records.writeBytes(Records.frame(event));
        if (records.size() >= GATHER_BYTES) {
            writeOut();
        }
    }

    /** Writes at a known place, so that a failed attempt is written over by the next one instead of tearing the file. */
    private void writeOut() {
        try {
            out.seek(end);
            out.write(records.toByteArray());
        } catch (IOException e) {
            throw FileProblems.cannotWrite(file, e);
        }
        end += records.size();
        records.reset();
    }

    private double wallTime() {
        return clock.millis() / 1000.0;
    }
}
