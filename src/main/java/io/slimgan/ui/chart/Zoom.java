package io.slimgan.ui.chart;

import java.util.Optional;

/**
 * Which part of a chart is shown, in axis places ({@link Scale}); an axis without a span of its own follows the data.
 * Immutable.
 *
 * @param x the stretch across, if the user chose one
 * @param y the stretch upwards, if the user chose one
 */
record Zoom(Optional<Span> x, Optional<Span> y) {

    /** Everything, on both axes. */
    static final Zoom ALL = new Zoom(Optional.empty(), Optional.empty());

    boolean isAll() {
        return x.isEmpty() && y.isEmpty();
    }

    Zoom withX(Span span) {
        return new Zoom(Optional.of(span), y);
    }

    Zoom withY(Span span) {
        return new Zoom(x, Optional.of(span));
    }

    /** The same with the x axis following the data again. */
    Zoom withAllX() {
        return new Zoom(Optional.empty(), y);
    }

    /** The same with the y axis following the data again. */
    Zoom withAllY() {
        return new Zoom(x, Optional.empty());
    }
}
