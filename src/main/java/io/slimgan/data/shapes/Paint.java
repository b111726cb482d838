package io.slimgan.data.shapes;

/** What fills a figure or a background: a share of a second colour at each point. */
@FunctionalInterface
interface Paint {

    /**
     * How much of the second colour shows at a point.
     *
     * @param x from -1 at the left to 1
     * @param y from -1 at the top to 1
     * @param pixel a pixel's width in these units: edges are softened over one pixel
     * @return 0..1
     */
    double share(double x, double y, double pixel);

    /** The first colour alone. */
    static Paint plain() {
        return (x, y, pixel) -> 0;
    }

    /** From the first to the second colour between two places along a direction. */
    static Paint gradient(Direction to, double from, double until) {
        return (x, y, pixel) -> clamp((to.along(x, y) - from) / (until - from));
    }

    /** From the first colour in the middle to the second outside. */
    static Paint glow(double middleX, double middleY, double radius) {
        return (x, y, pixel) -> {
            double dx = (x - middleX) / radius;
            double dy = (y - middleY) / radius;
            return clamp(Math.sqrt(dx * dx + dy * dy));
        };
    }

    /** The first colour on one side of a line, the second on the other. */
    static Paint halves(Direction across, double at) {
        return (x, y, pixel) -> clamp(0.5 + (across.along(x, y) - at) / pixel);
    }

    /** Stripes of both colours; {@code period} is the width of one pair. */
    static Paint stripes(Direction across, double period, double shift) {
        return (x, y, pixel) -> {
            double place = across.along(x, y) / period + shift;
            double wave = Math.abs(place - Math.floor(place) - 0.5);
            return clamp(0.5 + (wave - 0.25) * period / pixel);
        };
    }

    /** Dots of the second colour on a turned grid. */
    static Paint dots(Direction turned, double period, double radius, double shift) {
        return (x, y, pixel) -> {
            double u = turned.along(x, y) / period + shift;
            double v = turned.across(x, y) / period + shift;
            double du = u - Math.floor(u) - 0.5;
            double dv = v - Math.floor(v) - 0.5;
            return clamp(0.5 + (radius - Math.sqrt(du * du + dv * dv)) * period / pixel);
        };
    }

    /** A chequered board of both colours. */
    static Paint checks(Direction turned, double period, double shift) {
        return (x, y, pixel) -> {
            double u = turned.along(x, y) / period + shift;
            double v = turned.across(x, y) / period + shift;
            double a = clamp(0.5 + (Math.abs(u - Math.floor(u) - 0.5) - 0.25) * period / pixel);
            double b = clamp(0.5 + (Math.abs(v - Math.floor(v) - 0.5) - 0.25) * period / pixel);
            return a + b - 2 * a * b;
        };
    }

    /** Soft blobs about {@code size} wide. */
    static Paint marble(Noise noise, double size) {
        return (x, y, pixel) -> clamp((noise.at(x / size, y / size) - 0.2) / 0.6);
    }

    private static double clamp(double value) {
        return Math.max(0, Math.min(1, value));
    }
}
