package io.slimgan.ui.chart;

/**
 * Thins a series to what the screen can show: of the points that fall into one pixel column it keeps the smallest, the
 * largest and a gap, in their order. All points kept are points of the series, no extreme is lost, and the first and
 * last one stay, so that a spike of one point among 100,000 is still seen. Also keeps the neighbour beyond either edge,
 * so that lines run out of the picture instead of ending in it.
 */
final class Decimator {

    private Decimator() {}

    /**
     * @param xs ascending, at least {@code size} of them
     * @param ys values, NaN and infinities are gaps
     * @param index knows {@code ys}
     * @param edges the borders of the pixel columns in units of {@code xs}, ascending, at least two
     * @param shift is taken off each x on the way out
     * @param out is cleared first
     */
    static void decimate(
            double[] xs, double[] ys, int size, ExtremaIndex index, double[] edges, double shift, Polyline out) {
        out.clear();
        int first = lowerBound(xs, 0, size, edges[0]);
        int end = upperBound(xs, first, size, edges[edges.length - 1]);
        if (first > 0) {
            emit(xs, ys, first - 1, shift, out);
        }
        int from = first;
        int guess = Math.max(1, (end - first) / (edges.length - 1));
        for (int column = 1; column < edges.length && from < end; column++) {
            boolean last = column == edges.length - 1;
            int to = last ? end : near(xs, from, end, edges[column], guess);
            column(xs, ys, from, to, first, end - 1, index, shift, out);
            guess = Math.max(1, to - from);
            from = to;
        }
        if (end < size) {
            emit(xs, ys, end, shift, out);
        }
    }

    private static void column(
            double[] xs,
            double[] ys,
            int from,
            int to,
            int first,
            int last,
            ExtremaIndex index,
            double shift,
            Polyline out) {
        if (to - from <= 3) {
            for (int i = from; i < to; i++) {
                emit(xs, ys, i, shift, out);
            }
            return;
        }
        index.search(ys, from, to);
        int a = index.lowest();
        int b = index.highest();
        int c = index.gap();
        int least = Math.min(a, Math.min(b, c));
        int most = Math.max(a, Math.max(b, c));
        int middle = a + b + c - least - most;
        int before = -1;
        int[] kept = {from == first ? first : -1, least, middle, most, to - 1 == last ? last : -1};
        for (int i : kept) {
            if (i > before) {
                emit(xs, ys, i, shift, out);
                before = i;
            }
        }
    }

    private static void emit(double[] xs, double[] ys, int i, double shift, Polyline out) {
        boolean finite = Double.isFinite(ys[i]);
        out.add(xs[i] - shift, finite ? ys[i] : Double.NaN);
        if (!finite) {
            out.addGap(xs[i] - shift);
        }
    }

    /** {@link #lowerBound} where it is likely about {@code guess} beyond {@code from}: points come at a steady pace. */
    private static int near(double[] xs, int from, int end, double x, int guess) {
        int low = Math.max(from, from + guess - 2);
        int high = Math.min(end, from + guess + 2);
        for (int reach = 8; low > from && (low >= end || xs[low] >= x); reach *= 4) {
            low = Math.max(from, low - reach);
        }
        for (int reach = 8; high < end && xs[high] < x; reach *= 4) {
            high = Math.min(end, high + reach);
        }
        return lowerBound(xs, Math.min(low, end), high, x);
    }

    /** The first index in [from, to) whose x is at least {@code x}; {@code to} if there is none. */
    static int lowerBound(double[] xs, int from, int to, double x) {
        int low = from;
        int high = to;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (xs[middle] < x) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The first index in [from, to) whose x is above {@code x}; {@code to} if there is none. */
    static int upperBound(double[] xs, int from, int to, double x) {
        return lowerBound(xs, from, to, Math.nextUp(x));
    }
}
