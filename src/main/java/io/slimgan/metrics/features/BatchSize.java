package io.slimgan.metrics.features;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many images pass the Inception network at once. */
final class BatchSize {

    /** Beyond this the activations leave the processor's caches and images get no cheaper (docs/performance.md). */
    private static final int MOST_PER_THREAD = 8;

    /** What one image takes at its widest place, input, output and the engine's workspace of a convolution together. */
    private static final long BYTES_PER_IMAGE = 24L << 20;

    private BatchSize() {}

    /** At most an eighth of the memory that is free now, since training may run beside it; at least one image. */
    static int of(int images, int threads) {
        long free = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
                ? system.getFreeMemorySize()
                : Runtime.getRuntime().maxMemory();
        return of(images, threads, free);
    }

    static int of(int images, int threads, long freeBytes) {
        long bearable = Math.max(1, freeBytes / 8 / BYTES_PER_IMAGE);
        return (int) Math.max(1, Math.min(images, Math.min(bearable, (long) MOST_PER_THREAD * threads)));
    }
}
