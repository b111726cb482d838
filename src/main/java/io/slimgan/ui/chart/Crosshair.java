package io.slimgan.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;

/**
 * The cross that follows the mouse, a dot on each curve, and the table of their values; the other charts that share the
 * options show the same step. FX thread only.
 */
final class Crosshair {

    private final PlotSurface surface;
    private final ChartOptions options;
    private final Supplier<ChartTheme> theme;
    private final Line upright = line();
    private final Line level = line();
    private final Label height = new Label();
    private final List<Circle> dots = new ArrayList<>();
    private final ValueTable table = new ValueTable();
    private final BooleanSupplier dragging;
    private boolean inside;
    private double mouseX;
    private double mouseY;

    /** {@code dragging} says whether a box is being drawn, which the table would hide. */
    Crosshair(PlotSurface surface, ChartOptions options, Supplier<ChartTheme> theme, BooleanSupplier dragging) {
        this.dragging = dragging;
        this.surface = surface;
        this.options = options;
        this.theme = theme;
        height.getStyleClass().add("chart-height");
        height.setManaged(false);
        table.setManaged(false);
        surface.overlay().getChildren().addAll(upright, level, height, table);
        surface.addEventHandler(MouseEvent.MOUSE_MOVED, this::moved);
        surface.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::moved);
        surface.addEventHandler(MouseEvent.MOUSE_EXITED, event -> left());
        options.cursor().addListener((property, before, now) -> update());
        hide();
    }

    /** The table beside the mouse. */
    ValueTable table() {
        return table;
    }

    /** Brings it up to date after the curves were drawn anew. */
    void update() {
        Optional<Readout> readout = surface.frame()
                .filter(frame -> !Double.isNaN(options.cursor().get()))
                .flatMap(frame -> Readout.at(frame, options.cursor().get()));
        if (readout.isEmpty()) {
            hide();
            return;
        }
        show(surface.frame().get(), readout.get());
    }

    private void moved(MouseEvent event) {
        mouseX = event.getX();
        mouseY = event.getY();
        Rectangle2D area = surface.area();
        if (surface.frame().isEmpty() || !area.contains(mouseX, mouseY)) {
            left();
            return;
        }
        inside = true;
        PlotFrame frame = surface.frame().get();
        double share = (mouseX - area.getMinX()) / area.getWidth();
        double x = frame.query().xScale().value(frame.x().at(share));
        double snapped = Readout.at(frame, x).map(Readout::position).orElse(x);
        options.cursor().set(snapped);
        update();
    }

    private void left() {
        if (inside) {
            inside = false;
            options.cursor().set(Double.NaN);
            update();
        }
    }

    private void show(PlotFrame frame, Readout readout) {
        Rectangle2D area = surface.area();
        double x = x(frame, readout.position());
        boolean within = x >= area.getMinX() - 0.5 && x <= area.getMaxX() + 0.5;
        place(upright, x, area.getMinY(), x, area.getMaxY());
        upright.setVisible(within);
        place(level, area.getMinX(), mouseY, area.getMaxX(), mouseY);
        level.setVisible(inside);
        showDots(frame, readout, within);
        showHeight(frame);
        table.setVisible(inside && !dragging.getAsBoolean());
        if (table.isVisible()) {
            table.show(readout, frame.query(), theme.get());
            placeTable();
        }
        surface.setViewOrder(inside ? -1 : 0);
        surface.getParent().setViewOrder(inside ? -1 : 0);
    }

    private void showDots(PlotFrame frame, Readout readout, boolean within) {
        Rectangle2D area = surface.area();
        while (dots.size() < readout.rows().size()) {
            Circle dot = new Circle(3.5);
            dot.getStyleClass().add("chart-dot");
            dots.add(dot);
            surface.overlay().getChildren().add(0, dot);
        }
        for (int i = 0; i < dots.size(); i++) {
            Circle dot = dots.get(i);
            dot.setVisible(false);
            if (within && i < readout.rows().size()) {
                Readout.Row row = readout.rows().get(i);
                double place = frame.query().yScale().place(row.smoothed());
                double y = area.getMaxY() - frame.y().share(place) * area.getHeight();
                dot.setCenterX(x(frame, row.position()));
                dot.setCenterY(y);
                dot.setFill(Color.web(ChartTheme.css(theme.get().line(row.curve()))));
                dot.setVisible(y >= area.getMinY() - 1
                        && y <= area.getMaxY() + 1
                        && dot.getCenterX() >= area.getMinX() - 1
                        && dot.getCenterX() <= area.getMaxX() + 1);
            }
        }
    }

    /** The value at the mouse's height, over the ticks. */
    private void showHeight(PlotFrame frame) {
        height.setVisible(inside);
        if (inside) {
            Rectangle2D area = surface.area();
            double share = (area.getMaxY() - mouseY) / area.getHeight();
            double value = frame.query().yScale().value(frame.y().at(share));
            double spacing =
                    frame.query().logY() ? Math.abs(value) / 10 : frame.y().length() / 100;
            height.setText(Numbers.tick(value, Math.pow(10, Math.floor(Math.log10(spacing))), value));
            height.applyCss();
            height.autosize();
            height.relocate(area.getMinX() - height.getWidth() - 1, mouseY - height.getHeight() / 2);
        }
    }

    /** Beside the mouse where there is room; never past the chart's right edge, beyond which may be no window. */
    private void placeTable() {
        table.applyCss(); // rows that were just added have no style yet, and so the wrong size
        table.autosize();
        double right = mouseX + 16;
        double left = mouseX - 16 - table.getWidth();
        double room = surface.getWidth() - table.getWidth();
        double x = right <= room ? right : left >= 0 ? left : Math.max(0, room);
        double y = Math.min(mouseY + 14, surface.getHeight() - table.getHeight());
        table.relocate(Math.rint(x), Math.rint(Math.max(-24, y)));
    }

    private double x(PlotFrame frame, double position) {
        double share = frame.x().share(frame.query().xScale().place(position));
        return surface.area().getMinX() + share * surface.area().getWidth();
    }

    private void hide() {
        surface.overlay().getChildren().stream()
                .filter(node -> node == upright || node == level || node == height || node == table || isDot(node))
                .forEach(node -> node.setVisible(false));
    }

    private static boolean isDot(Node node) {
        return node.getStyleClass().contains("chart-dot");
    }

    private static void place(Line line, double x1, double y1, double x2, double y2) {
        line.setStartX(Math.floor(x1) + 0.5);
        line.setStartY(Math.floor(y1) + 0.5);
        line.setEndX(Math.floor(x2) + 0.5);
        line.setEndY(Math.floor(y2) + 0.5);
    }

    private static Line line() {
        Line line = new Line();
        line.getStyleClass().add("chart-cross");
        return line;
    }
}
