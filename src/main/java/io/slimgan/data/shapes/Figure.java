package io.slimgan.data.shapes;

/**
 * The ten classes of built-in images, as signed distances: negative inside, in units in which the figure's radius is
 * about 1. No value changes faster than the point moves, so a point farther from the outline than half a pixel's
 * diagonal is known to be all inside or all outside. y points down. After Inigo Quilez, "2D distance functions".
 *
 * <p>Only the four operations and the square root are used, which Java rounds the same everywhere.
 */
enum Figure {
    CIRCLE("circle") {
        @Override
        double distance(double x, double y) {
            return length(x, y) - 0.9;
        }
    },
    SQUARE("square") {
        @Override
        double distance(double x, double y) {
            return box(x, y, 0.78, 0.78);
        }
    },
    TRIANGLE("triangle") {
        @Override
        double distance(double x, double y) {
            double px = Math.abs(x) - TRIANGLE_HALF;
            double py = TRIANGLE_HALF / ROOT_3 - (y - 0.12);
            if (px + ROOT_3 * py > 0) {
                double turned = (px - ROOT_3 * py) / 2;
                py = (-ROOT_3 * px - py) / 2;
                px = turned;
            }
            px -= clamp(px, -2 * TRIANGLE_HALF, 0);
            return -length(px, py) * Math.signum(py);
        }
    },
    STAR("star") {
        @Override
        double distance(double x, double y) {
            // Folded into one of its ten half-points.
            double px = Math.abs(x);
            double py = -y;
            double fold = 2 * Math.max(COS_36 * px - SIN_36 * py, 0);
            px -= fold * COS_36;
            py += fold * SIN_36;
            fold = 2 * Math.max(-COS_36 * px - SIN_36 * py, 0);
            px = Math.abs(px + fold * COS_36);
            py += fold * SIN_36 - STAR_RADIUS;
            double bx = STAR_WAIST * SIN_36;
            double by = STAR_WAIST * COS_36 - 1;
            double along = clamp((px * bx + py * by) / (bx * bx + by * by), 0, STAR_RADIUS);
            return length(px - bx * along, py - by * along) * Math.signum(py * bx - px * by);
        }
    },
    RING("ring") {
        @Override
        double distance(double x, double y) {
            return Math.abs(length(x, y) - 0.7) - 0.22;
        }
    },
    CROSS("cross") {
        @Override
        double distance(double x, double y) {
            return Math.min(box(x, y, 0.92, 0.31), box(x, y, 0.31, 0.92));
        }
    },
    HEXAGON("hexagon") {
        @Override
        double distance(double x, double y) {
            double px = Math.abs(y);
            double py = Math.abs(x);
            double fold = 2 * Math.min(-ROOT_3 / 2 * px + py / 2, 0);
            px += fold * ROOT_3 / 2;
            py -= fold / 2;
            px -= clamp(px, -HEXAGON_HEIGHT / ROOT_3, HEXAGON_HEIGHT / ROOT_3);
            py -= HEXAGON_HEIGHT;
            return length(px, py) * Math.signum(py);
        }
    },
    CRESCENT("crescent") {
        @Override
        double distance(double x, double y) {
            double moon = length(x - 0.08, y) - 0.92;
            double shadow = length(x - 0.52, y) - 0.74;
            return Math.max(moon, -shadow);
        }
    },
    HEART("heart") {
        @Override
        double distance(double x, double y) {
            double px = Math.abs(x) / HEART_SCALE;
            double py = (0.86 - y) / HEART_SCALE;
            if (px + py > 1) {
                return HEART_SCALE * (length(px - 0.25, py - 0.75) - Math.sqrt(2) / 4);
            }
            double diagonal = Math.max(px + py, 0) / 2;
            double edge = Math.min(length(px, py - 1), length(px - diagonal, py - diagonal));
            return HEART_SCALE * edge * Math.signum(px - py);
        }
    },
    ARROW("arrow") {
        @Override
        double distance(double x, double y) {
            double px = Math.abs(x);
            double shaft = box(x, y - 0.42, 0.26, 0.52);
            double slope = (px - ARROW_SLOPE * (y + 0.98)) / Math.sqrt(1 + ARROW_SLOPE * ARROW_SLOPE);
            double head = Math.max(slope, y - 0.05);
            return Math.min(shaft, head);
        }
    };

    private static final double ROOT_3 = Math.sqrt(3);
    private static final double COS_36 = (1 + Math.sqrt(5)) / 4;
    private static final double SIN_36 = Math.sqrt(1 - COS_36 * COS_36);
    private static final double TRIANGLE_HALF = 0.95;
    private static final double STAR_RADIUS = 1.05;
    private static final double STAR_WAIST = 0.5;
    private static final double HEXAGON_HEIGHT = 0.82;
    private static final double HEART_SCALE = 1.62;
    private static final double ARROW_SLOPE = 0.8;

    private final String label;

    Figure(String label) {
        this.label = label;
    }

    /** The class's name. */
    String label() {
        return label;
    }

    /** How far (x, y) is from the outline; negative inside. */
    abstract double distance(double x, double y);

    private static double length(double x, double y) {
        return Math.sqrt(x * x + y * y);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    private static double box(double x, double y, double halfWidth, double halfHeight) {
        double dx = Math.abs(x) - halfWidth;
        double dy = Math.abs(y) - halfHeight;
        return length(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0);
    }
}
