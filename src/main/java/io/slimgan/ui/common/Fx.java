package io.slimgan.ui.common;

import javafx.application.Platform;

/** The one door to the FX thread. */
public final class Fx {

    private Fx() {}

    /** Runs on the FX thread, after the current pulse's events; from any thread. */
    public static void later(Runnable action) {
        Platform.runLater(action);
    }
}
