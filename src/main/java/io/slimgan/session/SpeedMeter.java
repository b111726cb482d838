package io.slimgan.session;

import java.util.ArrayDeque;
import java.util.Optional;

/** Steps per second over the last seconds. For the device thread; time that the run rests is not counted. */
final class SpeedMeter {

    private static final long WINDOW_NANOS = 10_000_000_000L;

    /** Slow steps are kept beyond the window, so that a run of six-second steps has a speed too. */
    private static final int AT_LEAST = 3;

    private final ArrayDeque<Long> ends = new ArrayDeque<>();

    /** Training begins or goes on now. */
    void begin(long nowNanos) {
        ends.clear();
        ends.add(nowNanos);
    }

    /** A step ended now. */
    void stepEnded(long nowNanos) {
        ends.add(nowNanos);
        while (ends.size() > AT_LEAST && nowNanos - ends.getFirst() > WINDOW_NANOS) {
            ends.removeFirst();
        }
    }

    /** 0 before the first step has ended. */
    double stepsPerSecond() {
        if (ends.size() < 2) {
            return 0;
        }
        double seconds = (ends.getLast() - ends.getFirst()) / 1e9;
        return seconds > 0 ? (ends.size() - 1) / seconds : 0;
    }

    /** Seconds that so many steps take at this speed; empty while the speed is unknown. */
    Optional<Double> secondsFor(long steps) {
        double speed = stepsPerSecond();
        return speed > 0 ? Optional.of(steps / speed) : Optional.empty();
    }
}
