package io.slimgan.ui.chart;

import java.util.Arrays;

/**
 * The points of one scalar over a run, in ascending order of steps: append-only but for a restart, which cuts off the
 * end. Primitive arrays, because a run may hold 100,000 points of each of dozens of scalars. FX thread only.
 */
public final class CurveData {

    /**
     * Smoothed values that enter their index in a frame: while a slider moves, an index would be thrown away with the
     * frame that made it, and after that a whole one would make a frame late.
     */
    private static final int INDEXED_AT_ONCE = 20_000;

    private double[] steps = new double[256];
    private double[] walls = new double[256];
    private double[] values = new double[256];
    private int size;
    private final ExtremaIndex extrema = new ExtremaIndex();
    private final Smoother smoother = new Smoother(0);
    private final ExtremaIndex smoothExtrema = new ExtremaIndex();

    /**
     * Adds a point. A step that is not above the last one replaces what was known from there on, as after a restart
     * that left no mark; a clock that was set back counts as standing still.
     *
     * @param wall seconds since 1970
     * @param value any number; NaN and infinities become gaps
     */
    public void append(long step, double wall, double value) {
        if (size > 0 && step <= steps[size - 1]) {
            cut(Decimator.lowerBound(steps, 0, size, step));
        }
        if (size == steps.length) {
            int room = size * 2;
            steps = Arrays.copyOf(steps, room);
            walls = Arrays.copyOf(walls, room);
            values = Arrays.copyOf(values, room);
        }
        steps[size] = step;
        walls[size] = size == 0 ? wall : Math.max(wall, walls[size - 1]);
        values[size++] = value;
    }

    /** Drops points with a step above {@code step}: the run went on from there. Says whether there were any. */
    public boolean dropAfter(long step) {
        int before = size;
        cut(Decimator.upperBound(steps, 0, size, step));
        return size < before;
    }

    /** The number of points. */
    public int size() {
        return size;
    }

    /** The step of point {@code i}. */
    public long step(int i) {
        return (long) steps[i];
    }

    /** When point {@code i} was written, seconds since 1970. */
    public double wall(int i) {
        return walls[i];
    }

    /** The value of point {@code i} as logged. */
    public double value(int i) {
        return values[i];
    }

    /** A copy that no longer changes, for other threads. */
    public CurveData copy() {
        CurveData copy = new CurveData();
        copy.steps = Arrays.copyOf(steps, Math.max(size, 1));
        copy.walls = Arrays.copyOf(walls, Math.max(size, 1));
        copy.values = Arrays.copyOf(values, Math.max(size, 1));
        copy.size = size;
        return copy;
    }

    /** The smoothed values for this weight in [0, 1); only the first {@link #size()} count. Not to be written to. */
    double[] smoothed(double weight) {
        if (weight != smoother.weight()) {
            restartSmoothing(weight);
        }
        smoother.extend(values, size);
        return smoother.values();
    }

    /** The positions along the axis, without the origin of relative time taken off. Not to be written to. */
    double[] positions(XAxis axis) {
        return axis == XAxis.STEP ? steps : walls;
    }

    /** Thins the values as logged to pixel columns, see {@link Decimator#decimate}. */
    void decimateRaw(XAxis axis, double[] edges, double shift, Polyline out) {
        extrema.extend(values, size);
        Decimator.decimate(positions(axis), values, size, extrema, edges, shift, out);
    }

    /** Thins the smoothed values to pixel columns. */
    void decimateSmoothed(double weight, XAxis axis, double[] edges, double shift, Polyline out) {
        boolean changed = weight != smoother.weight();
        double[] smooth = smoothed(weight);
        if (!changed) {
            smoothExtrema.extend(smooth, Math.min(size, smoothExtrema.size() + INDEXED_AT_ONCE));
        }
        Decimator.decimate(positions(axis), smooth, size, smoothExtrema, edges, shift, out);
    }

    /** The point whose position is nearest to {@code x}; -1 without points. */
    public int nearest(XAxis axis, double x) {
        double[] positions = positions(axis);
        int after = Decimator.lowerBound(positions, 0, size, x);
        if (after == size) {
            return size - 1;
        }
        return after > 0 && x - positions[after - 1] < positions[after] - x ? after - 1 : after;
    }

    private void cut(int newSize) {
        if (newSize < size) {
            size = newSize;
            extrema.truncate(newSize);
            restartSmoothing(smoother.weight());
        }
    }

    private void restartSmoothing(double weight) {
        smoother.restart(weight);
        smoothExtrema.truncate(0);
    }
}
