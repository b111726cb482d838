package io.slimgan.ui.chart;

import io.slimgan.ui.chart.PlotFrame.Line;
import io.slimgan.ui.chart.PlotFrame.Query;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CrosshairState;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.AbstractXYItemRenderer;
import org.jfree.chart.renderer.xy.XYItemRendererState;
import org.jfree.data.xy.XYDataset;

/**
 * Draws each curve as one path. The library's own renderer asks the dataset for every point in every pass, which costs
 * more than the drawing itself; here the dataset has one item per curve ({@link CurveSet}).
 */
final class CurveRenderer extends AbstractXYItemRenderer {

    private static final long serialVersionUID = 1L;

    private static final int FAINT = 0;
    private static final int STRONG = 1;
    private static final int MARKS = 2;
    private static final BasicStroke THIN = stroke(1f);
    private static final BasicStroke SOLID = stroke(1.6f);
    private static final BasicStroke DASHED = dashed(1.6f, 5f, 4f);
    private static final BasicStroke RESTART = dashed(1f, 2f, 3f);
    /** How far outside the plot a line may run, in pixels; more would only tire the rasteriser. */
    private static final double OUTSIDE = 2000;

    private transient PlotFrame frame;
    private transient ChartTheme theme;

    CurveRenderer(PlotFrame frame, ChartTheme theme) {
        this.frame = frame;
        this.theme = theme;
    }

    /** What to draw from now on. */
    void show(PlotFrame shown, ChartTheme colours) {
        frame = shown;
        theme = colours;
    }

    @Override
    public int getPassCount() {
        return 3;
    }

    @Override
    public XYItemRendererState initialise(
            Graphics2D g2, Rectangle2D area, XYPlot plot, XYDataset dataset, PlotRenderingInfo info) {
        XYItemRendererState state = super.initialise(g2, area, plot, dataset, info);
        state.setProcessVisibleItemsOnly(false);
        return state;
    }

    @Override
    public void drawItem(
            Graphics2D g2,
            XYItemRendererState state,
            Rectangle2D area,
            PlotRenderingInfo info,
            XYPlot plot,
            ValueAxis domainAxis,
            ValueAxis rangeAxis,
            XYDataset dataset,
            int series,
            int item,
            CrosshairState crosshair,
            int pass) {
        Line line = frame.lines().get(series);
        if (pass == FAINT) {
            if (series == 0) {
                drawRestarts(g2, area);
            }
            line.smooth().ifPresent(smooth -> draw(g2, area, line.raw(), theme.pale(line.curve()), THIN));
        } else if (pass == STRONG) {
            BasicStroke stroke = line.curve().dashed() ? DASHED : SOLID;
            draw(g2, area, line.smooth().orElse(line.raw()), theme.line(line.curve()), stroke);
        } else if (pass == MARKS) {
            drawGaps(g2, area, line);
        }
    }

    private void draw(Graphics2D g2, Rectangle2D area, Polyline line, Color colour, BasicStroke stroke) {
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, line.size() + 1);
        g2.setPaint(colour);
        int run = 0;
        double lastX = 0;
        double lastY = 0;
        for (int i = 0; i < line.size(); i++) {
            double y = line.y(i);
            if (Double.isNaN(y)) {
                dotIfAlone(g2, run, lastX, lastY);
                run = 0;
                continue;
            }
            lastX = x(area, line.x(i));
            lastY = y(area, y);
            if (run++ == 0) {
                path.moveTo(lastX, lastY);
            } else {
                path.lineTo(lastX, lastY);
            }
        }
        dotIfAlone(g2, run, lastX, lastY);
        g2.setStroke(stroke);
        g2.draw(path);
    }

    /** A point without neighbours is no line; it would not be seen. */
    private static void dotIfAlone(Graphics2D g2, int run, double x, double y) {
        if (run == 1) {
            g2.fill(new Ellipse2D.Double(x - 2.5, y - 2.5, 5, 5));
        }
    }

    /** A triangle at the foot for each column that has a NaN or an infinity. */
    private void drawGaps(Graphics2D g2, Rectangle2D area, Line line) {
        g2.setPaint(theme.line(line.curve()));
        double last = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < line.raw().gapCount(); i++) {
            double x = x(area, line.raw().gap(i));
            if (x - last < 3 || x < area.getMinX() - 4 || x > area.getMaxX() + 4) {
                continue;
            }
            last = x;
            double foot = area.getMaxY() - 1;
            Path2D triangle = new Path2D.Double();
            triangle.moveTo(x - 4, foot);
            triangle.lineTo(x + 4, foot);
            triangle.lineTo(x, foot - 7);
            triangle.closePath();
            g2.fill(triangle);
        }
    }

    /** A dotted line where the run was continued; with times on the axis the mark is left out. */
    private void drawRestarts(Graphics2D g2, Rectangle2D area) {
        if (frame.query().axis() != XAxis.STEP) {
            return;
        }
        g2.setPaint(theme.axis());
        g2.setStroke(RESTART);
        for (long step : frame.query().restarts()) {
            double x = Math.rint(x(area, step)) + 0.5;
            if (x > area.getMinX() + 1 && x < area.getMaxX()) {
                g2.draw(new Line2D.Double(x, area.getMinY(), x, area.getMaxY()));
            }
        }
    }

    private double x(Rectangle2D area, double value) {
        Query query = frame.query();
        double x = area.getMinX() + frame.x().share(query.xScale().place(value)) * area.getWidth();
        return Math.max(area.getMinX() - OUTSIDE, Math.min(area.getMaxX() + OUTSIDE, x));
    }

    private double y(Rectangle2D area, double value) {
        Query query = frame.query();
        double y = area.getMaxY() - frame.y().share(query.yScale().place(value)) * area.getHeight();
        return Math.max(area.getMinY() - OUTSIDE, Math.min(area.getMaxY() + OUTSIDE, y));
    }

    private static BasicStroke stroke(float width) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL);
    }

    private static BasicStroke dashed(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_BEVEL, 10f, new float[] {on, off}, 0f);
    }
}
