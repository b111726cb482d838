package io.slimgan.session;

import java.util.function.BooleanSupplier;

/**
 * Keeps a measuring thread to its share of the time while training runs: after each piece of work it rests so long that
 * working was that share. One thread on the machine's cores takes from training at the most the time that it works, even
 * if training stood still meanwhile, so training is slowed by no more than the share. While training rests it does not.
 *
 * <p>For the measuring thread.
 */
final class Pace {

    private static final long NAP_MILLIS = 20;

    private final double share;
    private final BooleanSupplier training;
    private long workingSince = -1;

    /**
     * @param share of the time, above 0 and up to 1
     * @param training whether training runs right now
     */
    Pace(double share, BooleanSupplier training) {
        this.share = share;
        this.training = training;
    }

    /** As fast as it goes. */
    static Pace unhindered() {
        return new Pace(1, () -> false);
    }

    /** A piece of work is done, the next is about to begin. */
    void breathe(BooleanSupplier cancelled) {
        long now = System.nanoTime();
        double owed = workingSince < 0 ? 0 : (now - workingSince) * (1 - share) / share;
        try {
            while (owed > 0 && training.getAsBoolean() && !cancelled.getAsBoolean()) {
                long began = System.nanoTime();
                Thread.sleep(Math.max(1, Math.min(NAP_MILLIS, Math.round(owed / 1e6))));
                owed -= System.nanoTime() - began;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        workingSince = System.nanoTime();
    }
}
