package io.slimgan.ui.common;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The one door to the FX thread. */
public final class Fx {

    private Fx() {}

    /** Runs on the FX thread, after the current pulse's events; from any thread. */
    public static void later(Runnable action) {
        Platform.runLater(action);
    }

    /**
     * Brings what a background thread finds out to the FX thread; exactly one of the two is called, with the failure as
     * it was thrown.
     */
    public static <T> void whenDone(CompletionStage<T> work, Consumer<T> onDone, Consumer<Throwable> onFailed) {
        work.whenComplete((value, thrown) -> later(() -> {
            if (thrown == null) {
                onDone.accept(value);
            } else {
                onFailed.accept(cause(thrown));
            }
        }));
    }

    private static Throwable cause(Throwable thrown) {
        Throwable inner = thrown.getCause();
        return thrown instanceof CompletionException && inner != null ? inner : thrown;
    }
}
