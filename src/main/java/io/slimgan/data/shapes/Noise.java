package io.slimgan.data.shapes;

/** Smooth noise in two dimensions: random values on a lattice, blended between its points, in two octaves. */
final class Noise {

    private final long key;

    Noise(long key) {
        this.key = key;
    }

    /** A value in 0..1 at (x, y), whose large blobs are about 1 wide. */
    double at(double x, double y) {
        return (octave(x, y, 0) * 2 + octave(2 * x + 17, 2 * y + 31, 1)) / 3;
    }

    private double octave(double x, double y, int level) {
        double left = Math.floor(x);
        double top = Math.floor(y);
        double u = eased(x - left);
        double v = eased(y - top);
        double upper = lattice(left, top, level) * (1 - u) + lattice(left + 1, top, level) * u;
        double lower = lattice(left, top + 1, level) * (1 - u) + lattice(left + 1, top + 1, level) * u;
        return upper * (1 - v) + lower * v;
    }

    private static double eased(double t) {
        return t * t * (3 - 2 * t);
    }

    private double lattice(double x, double y, int level) {
        long z = key + (long) x * 0x9e3779b97f4a7c15L + (long) y * 0xc2b2ae3d27d4eb4fL + level;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return ((z ^ (z >>> 31)) >>> 11) * 0x1p-53;
    }
}
