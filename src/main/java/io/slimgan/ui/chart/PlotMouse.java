package io.slimgan.ui.chart;

import java.awt.geom.Rectangle2D;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Rectangle;

/**
 * Zoom and pan: dragging draws a box (a flat one chooses across only, a tall one upwards only), the wheel zooms around
 * the mouse, Ctrl and drag moves, a double click shows everything on both axes. Ctrl, because window managers keep Alt
 * and drag to themselves. FX thread only.
 */
final class PlotMouse {

    private static final double LEAST_BOX = 8;
    private static final double WHEEL_STEP = 1.2;

    private final PlotSurface surface;
    private final Supplier<Zoom> zoom;
    private final Consumer<Zoom> setZoom;
    private final Rectangle box = new Rectangle();
    private Drag drag = Drag.NONE;
    private double startX;
    private double startY;

    private enum Drag {
        NONE,
        BOX,
        PAN
    }

    PlotMouse(PlotSurface surface, Supplier<Zoom> zoom, Consumer<Zoom> setZoom) {
        this.surface = surface;
        this.zoom = zoom;
        this.setZoom = setZoom;
        box.getStyleClass().add("chart-box");
        box.setVisible(false);
        surface.overlay().getChildren().add(box);
        surface.setOnMousePressed(this::pressed);
        surface.setOnMouseDragged(this::dragged);
        surface.setOnMouseReleased(this::released);
        surface.setOnMouseClicked(this::clicked);
        surface.setOnScroll(this::scrolled);
        surface.setCursor(Cursor.CROSSHAIR);
    }

    /** Whether a box or a move is under way. */
    boolean isDragging() {
        return drag != Drag.NONE;
    }

    private void pressed(MouseEvent event) {
        boolean inside = surface.area().contains(event.getX(), event.getY());
        if (event.getButton() != MouseButton.PRIMARY || surface.frame().isEmpty() || !inside) {
            return;
        }
        startX = event.getX();
        startY = event.getY();
        drag = event.isControlDown() || event.isShortcutDown() ? Drag.PAN : Drag.BOX;
        surface.setCursor(drag == Drag.PAN ? Cursor.MOVE : Cursor.CROSSHAIR);
        event.consume();
    }

    private void dragged(MouseEvent event) {
        if (drag == Drag.PAN) {
            surface.frame().ifPresent(frame -> pan(frame, event.getX() - startX, event.getY() - startY));
            startX = event.getX();
            startY = event.getY();
        } else if (drag == Drag.BOX) {
            showBox(event.getX(), event.getY());
        }
    }

    private void pan(PlotFrame frame, double dx, double dy) {
        Rectangle2D area = surface.area();
        Span x = zoom.get().x().orElse(frame.x());
        Span y = zoom.get().y().orElse(frame.y());
        setZoom.accept(zoom.get()
                .withX(x.shifted(-dx / area.getWidth() * x.length()))
                .withY(y.shifted(dy / area.getHeight() * y.length())));
    }

    private void showBox(double toX, double toY) {
        Rectangle2D area = surface.area();
        double x = clamp(toX, area.getMinX(), area.getMaxX());
        double y = clamp(toY, area.getMinY(), area.getMaxY());
        boolean across = Math.abs(x - startX) >= LEAST_BOX;
        boolean upwards = Math.abs(y - startY) >= LEAST_BOX;
        box.setX(across ? Math.min(x, startX) : area.getMinX());
        box.setWidth(across ? Math.abs(x - startX) : area.getWidth());
        box.setY(upwards ? Math.min(y, startY) : area.getMinY());
        box.setHeight(upwards ? Math.abs(y - startY) : area.getHeight());
        box.setVisible(across || upwards);
    }

    private void released(MouseEvent event) {
        if (drag == Drag.BOX && box.isVisible()) {
            surface.frame().ifPresent(this::zoomToBox);
        }
        box.setVisible(false);
        drag = Drag.NONE;
        surface.setCursor(Cursor.CROSSHAIR);
    }

    private void zoomToBox(PlotFrame frame) {
        Rectangle2D area = surface.area();
        Zoom next = zoom.get();
        if (box.getWidth() < area.getWidth()) {
            double left = (box.getX() - area.getMinX()) / area.getWidth();
            next = next.withX(Span.around(frame.x().at(left), frame.x().at(left + box.getWidth() / area.getWidth())));
        }
        if (box.getHeight() < area.getHeight()) {
            double foot = (area.getMaxY() - box.getY() - box.getHeight()) / area.getHeight();
            next = next.withY(Span.around(frame.y().at(foot), frame.y().at(foot + box.getHeight() / area.getHeight())));
        }
        setZoom.accept(next);
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            setZoom.accept(Zoom.ALL);
            event.consume();
        }
    }

    private void scrolled(ScrollEvent event) {
        double turned = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (surface.frame().isEmpty() || turned == 0) {
            return;
        }
        double factor = turned > 0 ? 1 / WHEEL_STEP : WHEEL_STEP;
        boolean beside = event.getX() < surface.area().getMinX();
        setZoom.accept(wheel(surface.frame().get(), factor, event.getX(), event.getY(), beside || event.isShiftDown()));
        event.consume();
    }

    /** Across, with the vertical axis following the data unless it was chosen; beside the axis or with Shift upwards. */
    private Zoom wheel(PlotFrame frame, double factor, double mouseX, double mouseY, boolean onlyY) {
        Rectangle2D area = surface.area();
        double atX = frame.x().at(clamp((mouseX - area.getMinX()) / area.getWidth(), 0, 1));
        double atY = frame.y().at(clamp((area.getMaxY() - mouseY) / area.getHeight(), 0, 1));
        Zoom now = zoom.get();
        if (onlyY) {
            return now.withY(now.y().orElse(frame.y()).scaled(factor, atY));
        }
        Span x = now.x().orElse(frame.x()).scaled(factor, atX);
        if (factor > 1 && x.contains(frame.full())) {
            return Zoom.ALL;
        }
        Zoom next = now.withX(x);
        return now.y().map(y -> next.withY(y.scaled(factor, atY))).orElse(next);
    }

    private static double clamp(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }
}
