package io.slimgan.ui.chart;

/**
 * One line of a chart: its data and how it is told from the others.
 *
 * @param id names its column in exported tables: the scalar's tag
 * @param name in the tooltip and in exports, such as {@code 0.25×}
 * @param kind which of the chart's kinds it belongs to, its index in {@link ChartSpec#kinds}
 * @param dashed whether its line is dashed, to tell kinds apart
 * @param colour the index in the palette of widths, or {@link #NEUTRAL}
 * @param data its points
 */
public record Curve(String id, String name, int kind, boolean dashed, int colour, CurveData data) {

    /** The colour of a curve that belongs to no width. */
    public static final int NEUTRAL = -1;

    /** The same curve with a copy of its points that no longer changes. */
    Curve copy() {
        return new Curve(id, name, kind, dashed, colour, data.copy());
    }
}
