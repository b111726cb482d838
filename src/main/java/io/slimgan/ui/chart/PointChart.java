package io.slimgan.ui.chart;

import io.slimgan.base.WidthPalette;
import io.slimgan.ui.chart.Ticks.Tick;
import io.slimgan.ui.common.Theme;
import java.util.List;
import java.util.OptionalDouble;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;
import javafx.util.Duration;

/**
 * A handful of named points over two axes, joined in their order: quality against cost, a point per width. Drawn with
 * nodes, which a dozen points may cost: they carry tool tips and follow the theme's style sheet. FX thread only.
 */
public final class PointChart extends Pane {

    private static final double LEFT = 66;
    private static final double RIGHT = 34;
    private static final double TOP = 16;
    private static final double BOTTOM = 46;
    private static final double PIXELS_PER_X_TICK = 80;
    private static final double PIXELS_PER_Y_TICK = 44;
    private static final double MARGIN = 0.08;
    private static final double DOT = 5.5;

    /**
     * One point.
     *
     * @param label beside it
     * @param colour index in the palette of widths
     * @param spread half the height of its error bar, where it has one
     * @param tip shown when the mouse rests on it
     */
    public record Point(String label, int colour, double x, double y, OptionalDouble spread, String tip) {}

    private List<Point> points = List.of();
    private String xTitle = "";
    private String yTitle = "";
    private boolean logX;
    private boolean dark;

    /** An empty chart; {@code name} is what a screen reader calls it. */
    public PointChart(String id, String name) {
        setId(id);
        setAccessibleText(name);
        getStyleClass().add("point-chart");
        getStylesheets().add(Theme.sheetBeside(PointChart.class, "chart.css"));
        setMinSize(220, 160);
        widthProperty().addListener(size -> draw());
        heightProperty().addListener(size -> draw());
    }

    /** Shows these points; those whose place is not finite, or not positive on a logarithmic axis, are left out. */
    public void show(String horizontal, String vertical, boolean logarithmic, List<Point> shown) {
        xTitle = horizontal;
        yTitle = vertical;
        logX = logarithmic;
        points = shown.stream()
                .filter(p -> Double.isFinite(xScale().place(p.x())) && Double.isFinite(p.y()))
                .toList();
        draw();
    }

    /** The points that are drawn. */
    public List<Point> points() {
        return points;
    }

    /** Takes the colours of the light or dark theme. */
    public void setDark(boolean isDark) {
        dark = isDark;
        draw();
    }

    private Scale xScale() {
        return logX ? Scale.LOG : Scale.LINEAR;
    }

    private double plotWidth() {
        return getWidth() - LEFT - RIGHT;
    }

    private double plotHeight() {
        return getHeight() - TOP - BOTTOM;
    }

    private void draw() {
        getChildren().clear();
        if (points.isEmpty() || plotWidth() < 40 || plotHeight() < 40) {
            return;
        }
        Span across = span(points.stream().map(p -> xScale().place(p.x())).toList());
        Span up = span(points.stream()
                .flatMap(p ->
                        List.of(p.y() - p.spread().orElse(0), p.y() + p.spread().orElse(0)).stream())
                .toList());
        drawAxes(across, up);
        Polyline joined = new Polyline();
        joined.getStyleClass().add("point-chart-joined");
        getChildren().add(joined);
        for (Point point : points) {
            double x = x(across, xScale().place(point.x()));
            joined.getPoints().addAll(x, y(up, point.y()));
            drawPoint(point, x, up);
        }
        // Drawn while the pane is laid out, the nodes would be seen for a frame before their style sheet is applied.
        if (getScene() != null) {
            applyCss();
        }
    }

    private static Span span(List<Double> values) {
        double low = values.stream().mapToDouble(v -> v).min().orElse(0);
        double high = values.stream().mapToDouble(v -> v).max().orElse(0);
        return Span.around(low, high).padded(MARGIN);
    }

    private double x(Span across, double place) {
        return LEFT + (place - across.low()) / across.length() * plotWidth();
    }

    private double y(Span up, double value) {
        return TOP + plotHeight() - (value - up.low()) / up.length() * plotHeight();
    }

    private void drawAxes(Span across, Span up) {
        double foot = TOP + plotHeight();
        int most = (int) (plotWidth() / PIXELS_PER_X_TICK);
        for (Tick tick : logX ? Ticks.logarithmic(across, most) : Ticks.linear(across, most, false)) {
            double x = x(across, tick.place());
            line(x, TOP, x, foot, "point-chart-grid");
            text(tick.label(), x, foot + 6, 0.5, VPos.TOP, "point-chart-tick");
        }
        for (Tick tick : Ticks.linear(up, (int) (plotHeight() / PIXELS_PER_Y_TICK), false)) {
            double y = y(up, tick.place());
            line(LEFT, y, LEFT + plotWidth(), y, "point-chart-grid");
            text(tick.label(), LEFT - 8, y, 1, VPos.CENTER, "point-chart-tick");
        }
        line(LEFT, TOP, LEFT, foot, "point-chart-axis");
        line(LEFT, foot, LEFT + plotWidth(), foot, "point-chart-axis");
        text(xTitle, LEFT + plotWidth() / 2, foot + 26, 0.5, VPos.TOP, "point-chart-title");
        Text side = text(yTitle, 0, 0, 0, VPos.CENTER, "point-chart-title");
        double length = side.getLayoutBounds().getWidth();
        side.setRotate(-90); // about its middle
        side.setX(12 - length / 2);
        side.setY(TOP + plotHeight() / 2);
    }

    private void drawPoint(Point point, double x, Span up) {
        Color colour = colour(point.colour());
        double y = y(up, point.y());
        point.spread().ifPresent(spread -> {
            double low = y(up, point.y() - spread);
            double high = y(up, point.y() + spread);
            for (Line bar : List.of(
                    line(x, low, x, high, "point-chart-spread"),
                    line(x - 5, low, x + 5, low, "point-chart-spread"),
                    line(x - 5, high, x + 5, high, "point-chart-spread"))) {
                bar.setStroke(colour);
            }
        });
        Circle dot = new Circle(x, y, DOT, colour);
        dot.setId(getId() + "-point-" + point.colour());
        dot.getStyleClass().add("point-chart-dot");
        Tooltip tip = new Tooltip(point.tip());
        tip.setShowDelay(Duration.millis(150));
        tip.setShowDuration(Duration.INDEFINITE);
        Tooltip.install(dot, tip);
        getChildren().add(dot);
        text(point.label(), x + 8, y - 12, 0, VPos.CENTER, "point-chart-name").setFill(colour);
    }

    private Color colour(int index) {
        return Color.web(WidthPalette.css(index, dark));
    }

    private Line line(double x1, double y1, double x2, double y2, String style) {
        Line line = new Line(crisp(x1), crisp(y1), crisp(x2), crisp(y2));
        line.getStyleClass().add(style);
        line.setMouseTransparent(true);
        getChildren().add(line);
        return line;
    }

    private static double crisp(double place) {
        return Math.floor(place) + 0.5;
    }

    /** A text at a place; {@code before} is the share of its width that lies left of the place. */
    private Text text(String words, double x, double y, double before, VPos vertical, String style) {
        Text text = new Text(words);
        text.getStyleClass().add(style);
        text.setTextOrigin(vertical);
        text.setMouseTransparent(true);
        add(text);
        text.applyCss(); // its font decides its width
        text.setX(x - before * text.getLayoutBounds().getWidth());
        text.setY(y);
        return text;
    }

    private void add(Node node) {
        getChildren().add(node);
    }
}
