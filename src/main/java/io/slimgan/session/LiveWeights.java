package io.slimgan.session;

import io.slimgan.base.HostTensor;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the device thread lays down a copy of the generator for the previews. It does so only when a preview asked for
 * newer images, and so seldom that training keeps nearly all of the machine: at most four times a second, and at most
 * so often that answering takes a fifteenth of the time.
 *
 * <p>Thread-safe; nobody ever waits here.
 */
final class LiveWeights {

    /**
     * A generator's weights after a step.
     *
     * @param weights by their names in a checkpoint; never changed
     */
    record Snapshot(long step, Map<String, HostTensor> weights) {}

    private static final long LEAST_GAP_NANOS = 250_000_000L;
    private static final int GAP_PER_COST = 15;

    private volatile @Nullable Snapshot newest;
    private boolean wanted;
    private long laidDownAt;
    private long costliestNanos;

    /** The newest copy; empty before the networks are built. */
    Optional<Snapshot> newest() {
        return Optional.ofNullable(newest);
    }

    /** The step of the newest copy; -1 without one. */
    long step() {
        Snapshot snapshot = newest;
        return snapshot == null ? -1 : snapshot.step();
    }

    /** A preview drew from the newest copy, which took so long, and would like a newer one. */
    synchronized void drawn(long nanos) {
        wanted = true;
        costliestNanos = Math.max(costliestNanos, nanos);
    }

    /** Whether the device thread should lay down a copy of the generator after this step. */
    synchronized boolean isDue(long step, long nowNanos) {
        long gap = Math.max(LEAST_GAP_NANOS, GAP_PER_COST * costliestNanos);
        return wanted && step != step() && nowNanos - laidDownAt >= gap;
    }

    /**
     * Lays down a copy. The first one holds the weights that the newest checkpoint has too: who has drawn from that in
     * the meantime still waits for newer ones, and would never ask again.
     */
    synchronized void lay(Snapshot snapshot, long nowNanos) {
        wanted = wanted && newest == null;
        newest = snapshot;
        costliestNanos = 0;
        laidDownAt = nowNanos;
    }
}
