package io.slimgan.ui.chart;

/**
 * Something that happened at a step, told to whoever points at its mark above the curves.
 *
 * @param step finished generator updates
 * @param wall seconds since 1970
 * @param text what happened
 */
public record ChartMark(long step, double wall, String text) {}
