package io.slimgan.ui.main;

import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
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

    UncaughtErrors(Dialogs dialogs) {
        this.dialogs = dialogs;
    }

    @Override
    public void uncaughtException(Thread thread, Throwable thrown) {
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
