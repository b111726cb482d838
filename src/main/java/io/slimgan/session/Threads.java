package io.slimgan.session;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one place where threads are made. All are daemons, so that a forgotten one never keeps the process alive, and
 * have names that say in a thread dump what they are for.
 */
final class Threads {

    private static final Logger LOG = LoggerFactory.getLogger(Threads.class);

    private Threads() {}

    /** Makes threads called {@code slimgan-<name>-1} and so on. For any thread. */
    static ThreadFactory named(String name) {
        AtomicInteger made = new AtomicInteger();
        return body -> {
            Thread thread = new Thread(body, "slimgan-" + name + "-" + made.incrementAndGet());
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler(
                    (which, thrown) -> LOG.error("Thread {} ended by an error.", which.getName(), thrown));
            return thread;
        };
    }
}
