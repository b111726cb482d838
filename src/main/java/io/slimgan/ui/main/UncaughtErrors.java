package io.slimgan.ui.main;

import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the FX thread could not handle: logged and shown, the window stays. An error that comes back at every frame is
 * shown once. FX thread.
 */
final class UncaughtErrors implements Thread.UncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UncaughtErrors.class);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(30);

    private final Dialogs dialogs;
    private Optional<String> last = Optional.empty();
    private long lastNanos;

    private final BooleanSupplier ending;

    /** @param ending whether the process is ending */
    UncaughtErrors(Dialogs dialogs, BooleanSupplier ending) {
        this.dialogs = dialogs;
        this.ending = ending;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
        if (ending.getAsBoolean()) {
            // On SIGTERM the toolkit gives its graphics back at once, while the window is still pointed at and drawn.
            LOG.debug("The window was in use while the process ended", thrown);
            return;
        }
        String what = thrown.getClass().getName() + where(thrown);
        long now = System.nanoTime();
        boolean repeated = last.equals(Optional.of(what)) && now - lastNanos < QUIET_NANOS;
        if (repeated) {
            return;
        }
        last = Optional.of(what);
        lastNanos = now;
        LOG.error("Uncaught in the window", thrown);
        dialogs.problem("Something unexpected happened", Problem.of("Drawing the window", thrown));
    }

    private static String where(Throwable thrown) {
        return thrown.getStackTrace().length == 0 ? "" : thrown.getStackTrace()[0].toString();
    }
}
