package io.slimgan.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the process's memory flat while it trains. A step leaves little behind in the Java heap, so the collector would
 * let that pile up over hundreds of steps before it runs, and a checkpoint or a sample grid would leave the heap as large
 * as it was at its height: the memory curve would look like a leak.
 */
final class HeapHabits {

    private static final Logger LOG = LoggerFactory.getLogger(HeapHabits.class);

    /**
     * Options by name, in an order in which each is allowed, with the virtual machine's own value and ours. Milliseconds
     * without a collection after which G1 runs one (its pauses are those of any young collection), and the share of the
     * heap that may stay free after one, in percent, before it is given back.
     */
    private static final List<Habit> HABITS = List.of(
            new Habit("G1PeriodicGCInterval", "0", "3000"),
            new Habit("MinHeapFreeRatio", "40", "10"),
            new Habit("MaxHeapFreeRatio", "70", "30"));

    private record Habit(String option, String usual, String ours) {}

    private HeapHabits() {}

    /** Call once from main. What somebody has set otherwise stays so, and so does what this machine does not know. */
    static void prepare() {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            for (Habit habit : HABITS) {
                if (machine.getVMOption(habit.option()).getValue().equals(habit.usual())) {
                    machine.setVMOption(habit.option(), habit.ours());
                }
            }
        } catch (RuntimeException e) {
            LOG.debug("This virtual machine collects garbage when it likes.", e);
        }
    }
}
