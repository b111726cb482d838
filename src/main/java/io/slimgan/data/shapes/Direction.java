package io.slimgan.data.shapes;

/** A unit vector; y points down. */
record Direction(double x, double y) {

    /** How far (px, py) lies in this direction. */
    double along(double px, double py) {
        return x * px + y * py;
    }

    /** How far (px, py) lies a quarter turn from this direction. */
    double across(double px, double py) {
        return x * py - y * px;
    }
}
