package io.slimgan.ui.image;

/**
 * When a view may ask for newer images by itself: not more often than its interval, and so seldom that drawing takes no
 * more than a given share of the time, so that training goes on undisturbed. What the user asks for is never held back.
 */
public final class RefreshPace {

    /** Even the largest grid is drawn anew this often; by then drawing takes a few per cent at most. */
    private static final double LONGEST_MILLIS = 8000;

    private final double share;
    private double intervalMillis;
    private double costMillis;
    private double lastMillis;
    private long lastNanos;
    private boolean started;

    /**
     * @param share the part of the time that drawing may take, in (0, 1)
     * @param intervalMillis the least time between two refreshes
     */
    public RefreshPace(double share, double intervalMillis) {
        this.share = share;
        this.intervalMillis = intervalMillis;
    }

    /** Sets the least time between two refreshes, in milliseconds. */
    public void interval(double millis) {
        intervalMillis = millis;
    }

    /**
     * What the last drawing took on the preview thread. The less of two in a row counts: the first one loads and warms up
     * the engine, and another program may get in between.
     */
    public void cost(double millis) {
        costMillis = Math.min(lastMillis, millis);
        lastMillis = millis;
    }

    /** Something was asked for at this {@link System#nanoTime()}. */
    public void asked(long nowNanos) {
        lastNanos = nowNanos;
        started = true;
    }

    /** Whether the next refresh may be asked for. */
    public boolean isDue(long nowNanos) {
        return !started || (nowNanos - lastNanos) / 1e6 >= waitMillis();
    }

    /** The time between two refreshes as things stand. */
    public double waitMillis() {
        return Math.max(intervalMillis, Math.min(LONGEST_MILLIS, costMillis / share));
    }
}
