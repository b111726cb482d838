package io.slimgan.app;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the process's memory flat while it trains. A step leaves little behind in the Java heap, so the collector would
 * let that pile up over hundreds of steps before it runs, and the memory curve would look like a leak.
 */
final class HeapHabits {

    private static final Logger LOG = LoggerFactory.getLogger(HeapHabits.class);

    /** Milliseconds without a collection after which G1 runs one; its pauses are those of any young collection. */
    private static final String INTERVAL = "3000";

    private HeapHabits() {}

    /** Call once from main. Does nothing on a virtual machine that has no such option. */
    static void prepare() {
        try {
            HotSpotDiagnosticMXBean machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            if (machine.getVMOption("G1PeriodicGCInterval").getValue().equals("0")) {
                machine.setVMOption("G1PeriodicGCInterval", INTERVAL);
            }
        } catch (RuntimeException e) {
            LOG.debug("This virtual machine collects garbage when it likes.", e);
        }
    }
}
