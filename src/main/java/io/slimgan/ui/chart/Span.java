package io.slimgan.ui.chart;

/**
 * A stretch of an axis, {@code low < high}, both finite, in the axis' own units (logarithms on a log axis). Immutable.
 *
 * @param low where it begins
 * @param high where it ends
 */
record Span(double low, double high) {

    Span {
        if (!(low < high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException(
                    "A span runs from a smaller to a larger finite number, not " + low + " to " + high + ".");
        }
    }

    /** The span of these bounds; where they coincide, one around them that an axis can show. */
    static Span around(double low, double high) {
        double least = Math.max(Math.abs(low), Math.abs(high)) * 1e-9;
        if (high - low > least) {
            return new Span(low, high);
        }
        double middle = low + (high - low) / 2;
        double half = middle == 0 ? 0.5 : Math.abs(middle) * 0.05;
        return new Span(middle - half, middle + half);
    }

    /** The span of these bounds, or one of {@code least} around their middle if they are closer. */
    static Span atLeast(double least, double low, double high) {
        double middle = low + (high - low) / 2;
        return high - low >= least ? new Span(low, high) : new Span(middle - least / 2, middle + least / 2);
    }

    double length() {
        return high - low;
    }

    boolean contains(double value) {
        return value >= low && value <= high;
    }

    boolean contains(Span other) {
        return low <= other.low && high >= other.high;
    }

    /** Grown by this share of its length on both sides. */
    Span padded(double share) {
        return new Span(low - share * length(), high + share * length());
    }

    /** Moved by {@code by}. */
    Span shifted(double by) {
        return new Span(low + by, high + by);
    }

    /** Its length times {@code factor}, with {@code fixed} staying where it is on the screen; never down to nothing. */
    Span scaled(double factor, double fixed) {
        double from = fixed - (fixed - low) * factor;
        double to = fixed + (high - fixed) * factor;
        boolean tooFine = to - from < 1e-9 * Math.max(Math.abs(from), Math.max(Math.abs(to), 1e-12));
        return tooFine || !Double.isFinite(to - from) ? this : new Span(from, to);
    }

    /** Where {@code value} lies, 0 at the low end and 1 at the high end. */
    double share(double value) {
        return (value - low) / length();
    }

    /** The value at {@code share} of the way, the inverse of {@link #share}. */
    double at(double share) {
        return low + share * length();
    }
}
