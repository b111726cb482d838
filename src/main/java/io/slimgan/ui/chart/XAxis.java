package io.slimgan.ui.chart;

/** What the horizontal axis counts, as in TensorBoard. */
public enum XAxis {
    /** Finished generator updates. */
    STEP("Step"),
    /** Time since the run's first point. */
    RELATIVE("Relative"),
    /** Time of day. */
    WALL("Wall");

    private final String label;

    XAxis(String label) {
        this.label = label;
    }

    /** The choice's name for the user. */
    public String label() {
        return label;
    }
}
