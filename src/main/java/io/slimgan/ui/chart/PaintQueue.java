package io.slimgan.ui.chart;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.animation.AnimationTimer;

/**
 * Shares the FX thread's frames among charts: each frame paints those that asked, one after the other, until a few
 * milliseconds are used up; the others follow in the next frames. Moving the smoothing slider thus repaints six charts
 * without a frame that takes long. Idle while nobody asks. FX thread only.
 */
public final class PaintQueue {

    private static final long BUDGET_NANOS = 4_000_000;

    private final Deque<Painter> waiting = new ArrayDeque<>();
    private boolean running;
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            paintSome();
        }
    };

    /** What paints itself when its turn comes. */
    interface Painter {
        void paint();
    }

    /** Paints with one of the next frames; asking twice before that paints once. */
    void ask(Painter painter) {
        if (!waiting.contains(painter)) {
            waiting.add(painter);
        }
        if (!running) {
            running = true;
            timer.start();
        }
    }

    private void paintSome() {
        long start = System.nanoTime();
        while (!waiting.isEmpty() && System.nanoTime() - start < BUDGET_NANOS) {
            waiting.remove().paint();
        }
        if (waiting.isEmpty()) {
            timer.stop();
            running = false;
        }
    }
}
