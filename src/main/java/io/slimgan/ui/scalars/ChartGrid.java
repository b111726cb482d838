package io.slimgan.ui.scalars;

import io.slimgan.ui.chart.ChartPane;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.layout.Region;

/**
 * The charts side by side: as many columns as stay readable, rows that fill the height; or one chart alone. Where the
 * window is too low for that it asks for more height, which a scroll pane gives. FX thread only.
 */
final class ChartGrid extends Region {

    private static final double LEAST_WIDTH = 310;
    private static final double LEAST_HEIGHT = 180;
    private static final double GAP = 10;
    private static final int MOST_COLUMNS = 3;

    private Optional<ChartPane> enlarged = Optional.empty();

    ChartGrid() {
        setPadding(new Insets(2, 12, 12, 12));
    }

    /** Puts a chart before the one that is at this place. */
    void add(int at, ChartPane chart) {
        getChildren().add(at, chart);
        chart.setVisible(enlarged.isEmpty());
    }

    void remove(ChartPane chart) {
        if (enlarged.equals(Optional.of(chart))) {
            showAll();
        }
        getChildren().remove(chart);
    }

    /** All charts, in their order. */
    List<ChartPane> charts() {
        return getChildren().stream().map(ChartPane.class::cast).toList();
    }

    /** Gives this chart the whole pane, or, if it has it already, shows all again. */
    void toggle(ChartPane chart) {
        if (enlarged.equals(Optional.of(chart))) {
            showAll();
            return;
        }
        enlarged = Optional.of(chart);
        charts().forEach(other -> other.setVisible(other == chart));
        chart.setEnlarged(true);
        requestLayout();
    }

    /** Shows all charts. */
    void showAll() {
        enlarged.ifPresent(chart -> chart.setEnlarged(false));
        enlarged = Optional.empty();
        charts().forEach(chart -> chart.setVisible(true));
        requestLayout();
    }

    /** The chart that has the whole pane. */
    Optional<ChartPane> enlarged() {
        return enlarged;
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return snappedLeftInset() + LEAST_WIDTH + snappedRightInset();
    }

    @Override
    protected double computeMinHeight(double width) {
        int rows = enlarged.isPresent() ? 1 : rows(columns(width < 0 ? getWidth() : width));
        return snappedTopInset() + rows * LEAST_HEIGHT + (rows - 1) * GAP + snappedBottomInset();
    }

    @Override
    protected double computePrefHeight(double width) {
        return computeMinHeight(width);
    }

    @Override
    protected void layoutChildren() {
        double left = snappedLeftInset();
        double top = snappedTopInset();
        double width = getWidth() - left - snappedRightInset();
        double height = getHeight() - top - snappedBottomInset();
        if (enlarged.isPresent()) {
            enlarged.get().resizeRelocate(left, top, width, height);
            return;
        }
        int columns = columns(getWidth());
        int rows = rows(columns);
        List<ChartPane> charts = charts();
        for (int i = 0; i < charts.size(); i++) {
            int row = i / columns;
            double fromX = edge(i % columns, columns, width);
            double toX = edge(i % columns + 1, columns, width) - GAP;
            double fromY = edge(row, rows, height);
            double toY = edge(row + 1, rows, height) - GAP;
            charts.get(i).resizeRelocate(left + fromX, top + fromY, toX - fromX, toY - fromY);
        }
    }

    /** Where cell {@code i} of {@code count} begins, on a whole pixel, so that canvases are not blurred. */
    private double edge(int i, int count, double length) {
        return snapPositionX(i * (length + GAP) / count);
    }

    private int columns(double width) {
        int fit = (int) ((width - snappedLeftInset() - snappedRightInset() + GAP) / (LEAST_WIDTH + GAP));
        int most = Math.min(MOST_COLUMNS, Math.max(1, getChildren().size()));
        return Math.max(1, Math.min(most, fit));
    }

    private int rows(int columns) {
        return Math.max(1, (getChildren().size() + columns - 1) / columns);
    }
}
