package io.slimgan.session;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How much memory this process and this machine have. Reads the system at most once a second; for any thread. */
final class ProcessMemory {

    private static final long FRESH_NANOS = 1_000_000_000L;

    private final Path statusFile;
    private long readAt;
    private long resident = -1;

    ProcessMemory() {
        this(Path.of("/proc/self/status"));
    }

    /** @param statusFile Linux's account of a process; where it does not exist, Java's own figures are taken */
    ProcessMemory(Path statusFile) {
        this.statusFile = statusFile;
    }

    /** Bytes of physical memory that this process holds; without {@code /proc}, what the Java heap and Java's own take. */
    synchronized long residentBytes() {
        long now = System.nanoTime();
        if (resident < 0 || now - readAt > FRESH_NANOS) {
            resident = read();
            readAt = now;
        }
        return resident;
    }

    /** Bytes of physical memory of the machine; 0 where Java cannot say. */
    static long totalBytes() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getTotalMemorySize()
                : 0;
    }

    private long read() {
        try {
            if (Files.isReadable(statusFile)) {
                return parse(Files.readAllLines(statusFile));
            }
        } catch (IOException | NumberFormatException unreadable) {
            // Not Linux, or a Linux that writes it otherwise: the fallback below is the answer.
        }
        return javaBytes();
    }

    /** The line {@code VmRSS:   123456 kB}. */
    static long parse(List<String> lines) {
        for (String line : lines) {
            if (line.startsWith("VmRSS:")) {
                return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        return javaBytes();
    }

    private static long javaBytes() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        return memory.getHeapMemoryUsage().getCommitted()
                + memory.getNonHeapMemoryUsage().getCommitted();
    }
}
