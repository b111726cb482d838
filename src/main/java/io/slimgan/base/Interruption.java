package io.slimgan.base;

import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Something to be done when the process is told to end (Ctrl-C, SIGTERM), until closed. For any thread. */
public final class Interruption implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Interruption.class);

    private final Thread hook;
    private final AtomicBoolean happened;

    private Interruption(Thread hook, AtomicBoolean happened) {
        this.hook = hook;
        this.happened = happened;
    }

    /** The process ends when {@code saving} has returned, with the exit code of the signal (130 for Ctrl-C). */
    public static Interruption saving(Runnable saving) {
        // The JVM takes nothing but a thread object here, and starts it itself.
        AtomicBoolean happened = new AtomicBoolean();
        Thread hook = Executors.defaultThreadFactory().newThread(() -> {
            happened.set(true);
            saving.run();
        });
        Runtime.getRuntime().addShutdownHook(hook);
        return new Interruption(hook, happened);
    }

    /** Whether the process is ending already, whoever was told so; the toolkit's own end runs beside ours. */
    public static boolean isEnding() {
        // Only an attempt tells: the JVM takes no more hooks once it has begun to end.
        Thread probe = Executors.defaultThreadFactory().newThread(() -> {});
        try {
            Runtime.getRuntime().addShutdownHook(probe);
            Runtime.getRuntime().removeShutdownHook(probe);
            return false;
        } catch (IllegalStateException ending) {
            return true;
        }
    }

    /** Whether the process has been told to end. */
    public boolean happened() {
        return happened.get();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            LOG.debug("Already ending", e);
        }
    }
}
