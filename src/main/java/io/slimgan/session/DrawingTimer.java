package io.slimgan.session;

import io.slimgan.base.Width;
import io.slimgan.runs.evaluations.DrawingTimes.Spread;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Times drawing so that equal networks get equal times: all widths are warmed up before the first counts, and they take
 * turns, so that a busy moment of the machine is shared by all. For the evaluation thread.
 */
final class DrawingTimer {

    static final int REPEATS = 21;

    /** Compilation of a network ends within its first three runs; caches and the clock of the processor take longer. */
    private static final int LEAST_WARM_UPS = 5;

    private static final int MOST_WARM_UPS = 30;
    private static final double SETTLED = 0.95;
    private static final long ENOUGH_NANOS = 3_000_000_000L;

    private final Consumer<Width> draw;
    private final LongSupplier nanoTime;

    /** @param draw draws the images that are timed at a width */
    DrawingTimer(Consumer<Width> draw, LongSupplier nanoTime) {
        this.draw = draw;
        this.nanoTime = nanoTime;
    }

    /** By width label. */
    Map<String, Spread> measure(List<Width> widths) {
        warmUp(widths);
        double[][] millis = new double[widths.size()][REPEATS];
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            for (int turn = 0; turn < widths.size(); turn++) {
                int at = (turn + repeat) % widths.size(); // none always follows the same other
                millis[at][repeat] = time(widths.get(at));
            }
        }
        Map<String, Spread> spreads = new HashMap<>();
        for (int i = 0; i < widths.size(); i++) {
            Arrays.sort(millis[i]);
            spreads.put(
                    widths.get(i).label(),
                    new Spread(quantile(millis[i], 0.5), quantile(millis[i], 0.25), quantile(millis[i], 0.75)));
        }
        return spreads;
    }

    /** Until a round over all widths is no faster than those before, or warm enough for a slow network. */
    private void warmUp(List<Width> widths) {
        long began = nanoTime.getAsLong();
        double fastest = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_WARM_UPS; round++) {
            double millis = 0;
            for (Width width : widths) {
                millis += time(width);
            }
            boolean settled = millis > SETTLED * fastest;
            boolean longEnough = nanoTime.getAsLong() - began > ENOUGH_NANOS;
            if (round + 1 >= LEAST_WARM_UPS && (settled || longEnough)) {
                return;
            }
            fastest = Math.min(fastest, millis);
        }
    }

    private double time(Width width) {
        long began = nanoTime.getAsLong();
        draw.accept(width);
        return (nanoTime.getAsLong() - began) / 1e6;
    }

    /** Between the two nearest, as numpy does. */
    private static double quantile(double[] ascending, double share) {
        double place = share * (ascending.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, ascending.length - 1);
        return ascending[below] + (place - below) * (ascending[above] - ascending[below]);
    }
}
