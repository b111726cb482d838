package io.slimgan.ui.chart;

/**
 * Something that happened at a step, told to whoever points at its mark above the curves.
 *
 * @param step finished generator updates
 * @param wall seconds since 1970
 * @param text what happened
 * @param good whether it is good news, such as the best checkpoint, rather than a warning
 */
public record ChartMark(long step, double wall, String text, boolean good) {

    /** A warning. */
    public ChartMark(long step, double wall, String text) {
        this(step, wall, text, false);
    }
}
