package io.slimgan.ui.chart;

/**
 * How a value becomes a place on an axis. Zoom, pan and drawing work on places, which are linear on the screen, so that
 * a logarithmic axis needs no code of its own there.
 */
enum Scale {
    LINEAR {
        @Override
        double place(double value) {
            return value;
        }

        @Override
        double value(double place) {
            return place;
        }
    },
    /** Decades; zero and less lie infinitely far below. */
    LOG {
        @Override
        double place(double value) {
            return value > 0 ? Math.log10(value) : value <= 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }

        @Override
        double value(double place) {
            return Math.pow(10, place);
        }
    };

    abstract double place(double value);

    abstract double value(double place);
}
