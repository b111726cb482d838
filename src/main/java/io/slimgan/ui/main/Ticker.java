package io.slimgan.ui.main;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.InvalidationListener;
import javafx.stage.Stage;
import javafx.util.Duration;

/**
 * Calls ten times a second while the window can be seen. The views pull what is new at this rate: a push per training
 * step would flood the FX thread. A hidden or minimised window costs nothing, and a timer left running would keep it in
 * memory.
 */
final class Ticker {

    private static final Duration INTERVAL = Duration.millis(100);

    private final Stage stage;
    private final Timeline timer;

    Ticker(Stage stage, Runnable tick) {
        this.stage = stage;
        timer = new Timeline(new KeyFrame(INTERVAL, event -> tick.run()));
        timer.setCycleCount(Animation.INDEFINITE);
        InvalidationListener onChange = observable -> follow();
        stage.showingProperty().addListener(onChange);
        stage.iconifiedProperty().addListener(onChange);
        follow();
    }

    private void follow() {
        if (stage.isShowing() && !stage.isIconified()) {
            timer.play();
        } else {
            timer.stop();
        }
    }

    boolean isRunning() {
        return timer.getStatus() == Animation.Status.RUNNING;
    }
}
