package io.slimgan.metrics.features;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many images pass the Inception network at once. */
final class BatchSize {

    /** Chosen so that early activations stay small; other sizes have not been compared. */
    private static final int MOST_PER_THREAD = 8;

    /** An estimate from the shapes at the widest place (input, output, a convolution's workspace), not a measurement. */
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
