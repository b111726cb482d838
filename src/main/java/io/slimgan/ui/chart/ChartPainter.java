package io.slimgan.ui.chart;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.ZoneId;
import java.util.List;
import org.jfree.chart.ChartRenderingInfo;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleInsets;

/**
 * Draws frames through JFreeChart onto any {@link Graphics2D}: the window's canvas or a picture. The chart object is
 * changed silently and drawn when asked; it notifies nobody.
 */
final class ChartPainter {

    static final Font TICK_FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 11);

    private static final double LEFT = 50;
    private static final double BOTTOM = 20;
    private static final double BOTTOM_WITH_NAME = 38;
    private static final double PIXELS_PER_TICK_ACROSS = 74;
    private static final double PIXELS_PER_TICK_UP = 34;
    private static final RectangleInsets MARGIN = new RectangleInsets(8, 2, 2, 14);

    private final PlotFrame blank = new PlotFrame(
            new PlotFrame.Query(XAxis.STEP, 0, false, false, 0, false, Zoom.ALL, List.of(), ""),
            new Span(0, 1),
            new Span(0, 1),
            new Span(0, 1),
            List.of(),
            "",
            false);
    private final CurveSet curves = new CurveSet(blank);
    private final CurveRenderer renderer = new CurveRenderer(blank, ChartTheme.of(false));
    private final ScaleAxis xAxis = new ScaleAxis();
    private final ScaleAxis yAxis = new ScaleAxis();
    private final XYPlot plot = new XYPlot(curves, xAxis, yAxis, renderer);
    private final JFreeChart chart = new JFreeChart(null, TICK_FONT, plot, false);
    private final ChartRenderingInfo info = new ChartRenderingInfo(null);

    ChartPainter() {
        plot.setNotify(false);
        chart.setNotify(false);
        chart.setBackgroundPaint(null);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(MARGIN, false);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.FORWARD);
        plot.setDomainGridlineStroke(new BasicStroke(1f));
        plot.setRangeGridlineStroke(new BasicStroke(1f));
        plot.setRangeZeroBaselineStroke(new BasicStroke(1f));
        for (ScaleAxis axis : List.of(xAxis, yAxis)) {
            axis.setTickLabelFont(TICK_FONT);
            axis.setLabelFont(TICK_FONT);
            axis.setTickMarksVisible(false);
            axis.setMinorTickMarksVisible(false);
        }
        yAxis.setFixedDimension(LEFT);
        yAxis.setAxisLineVisible(false);
        yAxis.setTickLabelInsets(new RectangleInsets(0, 0, 0, 9));
        xAxis.setTickLabelInsets(new RectangleInsets(3, 0, 0, 0));
    }

    /** The width of the plot's inside on a chart of this width, pixels; what {@link FrameBuilder} thins to. */
    static int plotWidth(double width) {
        return (int) Math.max(1, width - LEFT - MARGIN.getLeft() - MARGIN.getRight());
    }

    /** Draws a frame that is not empty; returns where the inside of the plot is. */
    Rectangle2D draw(Graphics2D g2, double width, double height, PlotFrame frame, ChartTheme theme, boolean named) {
        curves.show(frame);
        renderer.show(frame, theme);
        colour(theme);
        boolean linear = !frame.query().logY();
        plot.setRangeZeroBaselineVisible(
                linear && frame.y().low() < 0 && frame.y().high() > 0);
        xAxis.setFixedDimension(named ? BOTTOM_WITH_NAME : BOTTOM);
        xAxis.setLabel(named ? frame.query().axis().label() : null);
        int across = (int) Math.max(2, plotWidth(width) / PIXELS_PER_TICK_ACROSS);
        int up = (int) Math.max(2, (height - BOTTOM) / PIXELS_PER_TICK_UP);
        xAxis.show(frame.x(), xTicks(frame, across));
        yAxis.show(frame.y(), linear ? Ticks.linear(frame.y(), up, false) : Ticks.logarithmic(frame.y(), up));
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, height), info);
        return info.getPlotInfo().getDataArea();
    }

    private static List<Ticks.Tick> xTicks(PlotFrame frame, int most) {
        if (frame.query().logX()) {
            return Ticks.logarithmic(frame.x(), most);
        }
        return switch (frame.query().axis()) {
            case STEP -> Ticks.linear(frame.x(), most, true);
            case RELATIVE -> Ticks.durations(frame.x(), most);
            case WALL -> Ticks.clock(frame.x(), most, ZoneId.systemDefault());
        };
    }

    private void colour(ChartTheme theme) {
        plot.setDomainGridlinePaint(theme.grid());
        plot.setRangeGridlinePaint(theme.grid());
        plot.setRangeZeroBaselinePaint(theme.axis());
        for (ScaleAxis axis : List.of(xAxis, yAxis)) {
            axis.setTickLabelPaint(theme.label());
            axis.setLabelPaint(theme.label());
            axis.setAxisLinePaint(theme.axis());
        }
    }
}
