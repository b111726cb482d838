package io.slimgan.report.page;

import io.slimgan.base.WidthPalette;
import io.slimgan.report.mic.ReportCurve;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnitSource;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/**
 * A few curves over steps, drawn onto whatever is given: a browser's SVG or a page of paper. Only numbers are written
 * into it; title and legend are the page's. One thread at a time.
 */
final class CurveChart {

    /** What is not a curve has one of these colours, which the page replaces by the reader's theme. */
    static final Color INK = new Color(0x57606a);

    static final Color GRID = new Color(0xe5e9ed);
    static final Color AXIS = new Color(0xafb8c1);

    private static final float LINE = 1.4f;
    private static final float THIN = 0.7f;

    private final JFreeChart chart;

    /** @param curves colours follow their order */
    CurveChart(List<ReportCurve> curves, Font font) {
        XYSeriesCollection data = new XYSeriesCollection();
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(true);
        for (int i = 0; i < curves.size(); i++) {
            XYSeries series = new XYSeries(i, false, true);
            for (ReportCurve.Point point : curves.get(i).points()) {
                // What is not finite is a gap: the library would stretch the axis to infinity.
                series.add(point.step(), Double.isFinite(point.value()) ? point.value() : Double.NaN);
            }
            data.addSeries(series);
            renderer.setSeriesPaint(i, new Color(WidthPalette.rgb(i, false)));
            renderer.setSeriesStroke(i, new BasicStroke(LINE, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            boolean alone = curves.get(i).points().size() == 1;
            renderer.setSeriesShapesVisible(i, alone);
        }
        NumberAxis steps = axis(font);
        steps.setAutoRangeIncludesZero(false);
        steps.setLowerMargin(0);
        steps.setUpperMargin(0.01);
        NumberAxis values = axis(font);
        values.setAutoRangeIncludesZero(false);
        XYPlot plot = new XYPlot(data, steps, values, renderer);
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(GRID);
        plot.setRangeGridlineStroke(new BasicStroke(THIN));
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setInsets(new RectangleInsets(4, 2, 2, 10));
        chart = new JFreeChart(null, font, plot, false);
        chart.setBackgroundPaint(null);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        chart.setElementHinting(false);
    }

    private static NumberAxis axis(Font font) {
        NumberAxis axis = new NumberAxis();
        axis.setTickLabelFont(font);
        axis.setTickLabelPaint(INK);
        axis.setAxisLinePaint(AXIS);
        axis.setAxisLineStroke(new BasicStroke(THIN));
        axis.setTickMarksVisible(false);
        // The plain source writes 0.05 the same in every language.
        axis.setStandardTickUnits(new NumberTickUnitSource(
                false,
                new java.text.DecimalFormat(
                        "0.#####", java.text.DecimalFormatSymbols.getInstance(java.util.Locale.ROOT))));
        return axis;
    }

    /** Draws it into a rectangle at the origin. */
    void draw(Graphics2D g2, double width, double height) {
        chart.draw(g2, new Rectangle2D.Double(0, 0, width, height));
    }
}
