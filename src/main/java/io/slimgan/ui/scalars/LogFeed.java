package io.slimgan.ui.scalars;

import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.events.EventBatch;
import io.slimgan.runs.events.EventFollower;
import io.slimgan.runs.events.ScalarPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Reads a run's log on a background thread and hands it over in pieces small enough that taking one costs the FX thread
 * almost nothing, so that opening a run of millions of points does not freeze the window. {@link #read} and {@link
 * #next} are called on one thread.
 */
final class LogFeed implements AutoCloseable {

    private static final int PIECE = 10_000;

    private final Path runFolder;
    private final EventFollower follower;
    private final Executor background;
    private final Queue<LogPart> ready = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean reading = new AtomicBoolean();
    private volatile Optional<RuntimeException> failure = Optional.empty();
    private volatile boolean readOnce;
    private volatile boolean closed;
    private BestCheckpoints best = BestCheckpoints.none(); // Of whoever reads, as the follower.

    LogFeed(Path runFolder, Executor background) {
        this.runFolder = runFolder;
        follower = EventFollower.open(runFolder);
        this.background = background;
    }

    /** Starts to read what is new, unless the last reading is still under way. Returns at once. */
    void read() {
        if (!closed && reading.compareAndSet(false, true)) {
            background.execute(this::poll);
        }
    }

    /** The next piece; empty if none is ready. */
    Optional<LogPart> next() {
        return Optional.ofNullable(ready.poll());
    }

    /** Whether the log was read to its end at least once; what it said may still wait in {@link #next}. */
    boolean hasReadOnce() {
        return readOnce;
    }

    /** Why the last reading failed, if it did; the next one tries again. */
    Optional<RuntimeException> failure() {
        return failure;
    }

    /** Ends it; a reading under way comes to its end and is thrown away. Returns at once. */
    @Override
    public void close() {
        closed = true;
        if (reading.compareAndSet(false, true)) {
            follower.close();
        }
    }

    /** Whoever sets {@link #reading} owns the follower, which is for one thread at a time. */
    private void poll() {
        try {
            split(follower.poll());
            tellBest();
            failure = Optional.empty();
            readOnce = true;
        } catch (RuntimeException e) {
            failure = Optional.of(e);
        } finally {
            reading.set(false);
            if (closed) {
                close();
            }
        }
    }

    /** After the points: a mark stands at its point. */
    private void tellBest() {
        BestCheckpoints now = BestCheckpoints.read(runFolder);
        if (!now.equals(best)) {
            best = now;
            ready.add(new LogPart.Best(now));
        }
    }

    private void split(EventBatch batch) {
        batch.keepUpTo().ifPresent(step -> ready.add(new LogPart.Restart(step)));
        Map<String, List<ScalarPoint>> byTag = new LinkedHashMap<>();
        for (ScalarPoint point : batch.points()) {
            List<ScalarPoint> points = byTag.computeIfAbsent(point.tag(), tag -> new ArrayList<>());
            points.add(point);
            if (points.size() == PIECE) {
                ready.add(piece(point.tag(), points));
                points.clear();
            }
        }
        byTag.forEach((tag, points) -> {
            if (!points.isEmpty()) {
                ready.add(piece(tag, points));
            }
        });
        batch.problems().forEach(sentence -> ready.add(new LogPart.Remark(sentence)));
    }

    private static LogPart piece(String tag, List<ScalarPoint> points) {
        long[] steps = new long[points.size()];
        double[] walls = new double[points.size()];
        double[] values = new double[points.size()];
        for (int i = 0; i < points.size(); i++) {
            steps[i] = points.get(i).step();
            walls[i] = points.get(i).wallTime();
            values[i] = points.get(i).value();
        }
        return new LogPart.Points(tag, steps, walls, values);
    }
}
