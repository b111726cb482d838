package io.slimgan.ui.chart;

import io.slimgan.ui.chart.PlotFrame.Query;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jfree.fx.FXGraphics2D;
import org.jfree.fx.FXHints;

/**
 * Where a chart is drawn: a canvas with the curves, and above it what follows the mouse, so that moving the mouse does
 * not draw the curves again. Draws only when asked to. FX thread only.
 */
final class PlotSurface extends Region {

    private final Canvas canvas = new Canvas();
    private final GraphicsContext graphics = canvas.getGraphicsContext2D();
    private final FXGraphics2D g2 = new FXGraphics2D(graphics);
    private final ChartPainter painter = new ChartPainter();
    private final FrameBuilder builder = new FrameBuilder();
    private final Pane overlay = new Pane();
    private final Label message = new Label();
    private final Label note = new Label();
    private final Supplier<Scene> scene;
    private final PaintQueue queue;
    private final PaintQueue.Painter turn = this::paint;

    private Optional<PlotFrame> frame = Optional.empty();
    private Rectangle2D area = new Rectangle2D.Double();
    private Optional<Node> corner = Optional.empty();
    private Runnable onPainted = () -> {};
    private long paintNanos;
    private long paints;

    /**
     * What is to be drawn right now.
     *
     * @param query how
     * @param all the chart's curves
     * @param visible those that are switched on
     * @param theme in which colours
     */
    record Scene(Query query, List<Curve> all, List<Curve> visible, ChartTheme theme) {}

    PlotSurface(Supplier<Scene> scene, PaintQueue queue) {
        this.scene = scene;
        this.queue = queue;
        g2.setRenderingHint(FXHints.KEY_USE_FX_FONT_METRICS, true);
        overlay.setMouseTransparent(true);
        overlay.setManaged(false);
        message.getStyleClass().add("chart-message");
        message.setWrapText(true);
        message.setAlignment(Pos.CENTER);
        message.setMouseTransparent(true);
        note.getStyleClass().add("chart-note");
        note.setMouseTransparent(true);
        note.setVisible(false);
        getChildren().addAll(canvas, note, message, overlay);
        getStyleClass().add("chart-surface");
        setMinSize(120, 80);
        sceneProperty().addListener(observable -> askPaint());
    }

    /** Puts a node into the upper right corner, over the curves. */
    void setCorner(Node node) {
        corner = Optional.of(node);
        getChildren().add(getChildren().indexOf(overlay), node);
    }

    /** Puts marks over the curves, below what follows the mouse; unlike that, they answer to the mouse. */
    void addMarks(List<Node> marks) {
        getChildren().addAll(getChildren().indexOf(overlay), marks);
    }

    void removeMarks(List<Node> marks) {
        getChildren().removeAll(marks);
    }

    /** Draws again with one of the next frames. */
    void askPaint() {
        queue.ask(turn);
    }

    /** What happens after each drawing. */
    void onPainted(Runnable action) {
        onPainted = action;
    }

    /** What is on the screen; empty where there are no curves to be seen. */
    Optional<PlotFrame> frame() {
        return frame;
    }

    /** The inside of the plot, in this node's coordinates. */
    Rectangle2D area() {
        return area;
    }

    /** What lies above the curves and lets the mouse through. */
    Pane overlay() {
        return overlay;
    }

    /** How long the last {@link #paint} took. */
    long lastPaintNanos() {
        return paintNanos;
    }

    /** How often it was drawn. */
    long paints() {
        return paints;
    }

    /** What stands there instead of curves; empty where curves do. */
    String message() {
        return message.getText();
    }

    void paint() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        // A canvas that is not shown keeps every drawing in memory until it is.
        if (width < 1 || height < 1 || getScene() == null || !getParent().isVisible()) {
            return;
        }
        long start = System.nanoTime();
        Scene shown = scene.get();
        PlotFrame built = builder.build(shown.query(), shown.all(), shown.visible(), ChartPainter.plotWidth(width));
        graphics.clearRect(0, 0, width, height);
        message.setText(built.message());
        note.setText("Values of zero or less run off the log axis");
        note.setVisible(built.belowLog() && !built.isEmpty());
        if (built.isEmpty()) {
            frame = Optional.empty();
        } else {
            area = painter.draw(g2, width, height, built, shown.theme(), height >= 420);
            frame = Optional.of(built);
        }
        paints++;
        onPainted.run();
        paintNanos = System.nanoTime() - start;
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double height = getHeight();
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            askPaint();
        }
        overlay.resizeRelocate(0, 0, width, height);
        double inset = Math.min(24, width / 8);
        message.resizeRelocate(inset, 0, width - 2 * inset, height);
        note.autosize();
        note.relocate(width - note.getWidth() - 44, 12);
        corner.ifPresent(node -> {
            node.autosize();
            node.relocate(width - node.getLayoutBounds().getWidth() - 18, 10);
        });
    }
}
