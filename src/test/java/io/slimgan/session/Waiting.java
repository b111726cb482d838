package io.slimgan.session;

import io.slimgan.base.RunState;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for what another thread does. */
final class Waiting {

    private Waiting() {}

    /** Until {@code done}, for a minute at most; the machine may be busy. */
    static void until(String what, BooleanSupplier done) {
        until(what, Duration.ofSeconds(60), done);
    }

    static void until(String what, Duration atMost, BooleanSupplier done) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited in vain: " + what);
            }
            pause(5);
        }
    }

    /** Until the session is in this state; fails at once where it ended otherwise. */
    static void untilState(TrainingSession session, RunState state) {
        until(state.toString(), () -> {
            SessionStatus status = session.status();
            if (!status.state().isLive() && status.state() != state) {
                throw new AssertionError("It ended: " + status);
            }
            return status.state() == state;
        });
    }

    /** Until the session has done so many steps; fails at once where it ended before. */
    static void untilStep(TrainingSession session, long step) {
        until("step " + step, () -> {
            SessionStatus status = session.status();
            if (!status.state().isLive() && status.step() < step) {
                throw new AssertionError("It ended: " + status);
            }
            return status.step() >= step;
        });
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }
}
