package io.slimgan.ui.chart;

import io.slimgan.ui.chart.PlotFrame.Query;
import io.slimgan.ui.common.Theme;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.SetChangeListener;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * One chart: a head with its title and tools, and the curves with zoom, pan and crosshair. Draws only when something
 * changed, in its turn in the {@link PaintQueue}. New points are drawn a few times a second, whatever their number: the
 * two cores of a small machine belong to the training. FX thread only.
 */
public final class ChartPane extends VBox {

    /** The least time between two drawings for new points alone; what the user does is drawn at once. */
    private static final long DATA_INTERVAL_NANOS = 300_000_000;

    private final ChartSpec spec;
    private final ChartOptions options;
    private final List<Curve> curves = new ArrayList<>();
    private final BooleanProperty logY = new SimpleBooleanProperty(this, "logY");
    private final PlotSurface surface;
    private final Crosshair crosshair;
    private final MarkLayer marks;
    private final ChartHead head;
    private Zoom zoom = Zoom.ALL;
    private ChartTheme theme = ChartTheme.of(false);
    private String emptyReason = "";
    private boolean stale;
    private long drawnAt;

    /** An empty chart that shares {@code options} and frames with its neighbours. */
    public ChartPane(ChartSpec spec, ChartOptions options, PaintQueue queue) {
        this.spec = spec;
        this.options = options;
        setId("chart-" + spec.id());
        getStyleClass().add("chart-pane");
        getStylesheets().add(Theme.sheetBeside(ChartPane.class, "chart.css"));
        surface = new PlotSurface(this::scene, queue);
        surface.setId("plot-" + spec.id());
        surface.setAccessibleText(spec.title());
        head = new ChartHead(spec, this);
        surface.setCorner(head.resetButton());
        PlotMouse mouse = new PlotMouse(surface, () -> zoom, this::setZoom);
        crosshair = new Crosshair(surface, options, () -> theme, mouse::isDragging);
        marks = new MarkLayer(surface);
        surface.onPainted(() -> {
            crosshair.update();
            marks.update();
        });
        VBox.setVgrow(surface, Priority.ALWAYS);
        getChildren().addAll(head, surface);
        listen();
    }

    private void listen() {
        InvalidationListener redraw = observable -> surface.askPaint();
        options.smoothing().addListener(redraw);
        options.clipOutliers().addListener(redraw);
        options.restarts().addListener(redraw);
        options.hiddenColours().addListener((SetChangeListener<Integer>) change -> surface.askPaint());
        head.shownKinds().addListener((SetChangeListener<Integer>) change -> setZoom(zoom.withAllY()));
        options.xAxis().addListener(observable -> setZoom(zoom.withAllX()));
        options.logX().addListener(observable -> setZoom(zoom.withAllX()));
        logY.addListener(observable -> setZoom(zoom.withAllY()));
        visibleProperty().addListener(redraw);
    }

    /** What it is about. */
    public ChartSpec spec() {
        return spec;
    }

    /** Adds a curve, behind those of later kinds and colours. Its points may grow: {@link #dataChanged}. */
    public void add(Curve curve) {
        curves.add(curve);
        curves.sort(Comparator.comparingInt(Curve::kind).thenComparingInt(Curve::colour));
        dataChanged();
    }

    /** Takes all curves away and shows everything again. */
    public void clear() {
        curves.clear();
        marks.show(List.of());
        setZoom(Zoom.ALL);
    }

    /** Marks these events over the curves, instead of those before. */
    public void setMarks(List<ChartMark> shown) {
        marks.show(shown);
    }

    /** What is marked. */
    public List<ChartMark> marks() {
        return marks.marks();
    }

    /** All curves, in drawing order. */
    public List<Curve> curves() {
        return List.copyOf(curves);
    }

    /** Says that points came or went; they are drawn by a {@link #tick} soon. */
    public void dataChanged() {
        stale = true;
    }

    /** Draws new points, if there are any and the last drawing is long enough ago. */
    public void tick() {
        long now = System.nanoTime();
        if (stale && (now - drawnAt >= DATA_INTERVAL_NANOS || drawnAt == 0)) {
            stale = false;
            drawnAt = now;
            surface.askPaint();
        }
    }

    /** Whether the vertical axis is logarithmic. */
    public BooleanProperty logY() {
        return logY;
    }

    /** Shows everything, on both axes. */
    public void reset() {
        setZoom(Zoom.ALL);
    }

    /** What to say while there are no points: why that is so. */
    public void setEmptyReason(String reason) {
        if (!reason.equals(emptyReason)) {
            emptyReason = reason;
            surface.askPaint();
        }
    }

    /** What stands in the chart instead of curves; empty where curves are drawn. */
    public String message() {
        return surface.message();
    }

    /** Takes the colours of the light or dark theme. */
    public void setDark(boolean dark) {
        theme = ChartTheme.of(dark);
        surface.askPaint();
    }

    /** What its buttons do beyond the chart itself. */
    public interface Actions {
        /** Fills the pane with this chart, or goes back to all charts. */
        void enlarge(ChartPane chart);

        /** Writes this chart as a picture. */
        void savePicture(ChartPane chart);

        /** Writes this chart's values as a table. */
        void saveTable(ChartPane chart);
    }

    /** Connects the buttons; without this they do nothing. */
    public void setActions(Actions actions) {
        head.setActions(actions);
    }

    /** Says whether the chart fills the pane, which changes the picture on its button. */
    public void setEnlarged(boolean enlarged) {
        head.setEnlarged(enlarged);
    }

    /** A copy of what is shown, for drawing or writing it on another thread. */
    public ChartSnapshot snapshot() {
        return new ChartSnapshot(
                spec, query(), visible().stream().map(Curve::copy).toList(), marks.marks(), theme.dark());
    }

    /** The table beside the mouse as text; empty while the mouse is elsewhere. */
    public String readout() {
        return crosshair.table().isVisible() ? crosshair.table().text() : "";
    }

    PlotSurface surface() {
        return surface;
    }

    Zoom zoom() {
        return zoom;
    }

    /** The inside of the plot in the coordinates of the chart's surface. */
    Rectangle2D area() {
        return surface.area();
    }

    private void setZoom(Zoom next) {
        zoom = next;
        head.setZoomed(!next.isAll());
        surface.askPaint();
    }

    private PlotSurface.Scene scene() {
        return new PlotSurface.Scene(query(), curves, visible(), theme);
    }

    private Query query() {
        return new Query(
                options.xAxis().get(),
                options.origin(),
                options.logX().get(),
                logY.get(),
                spec.smoothed() ? options.smoothing().get() : 0,
                options.clipOutliers().get(),
                zoom,
                options.restarts().get(),
                emptyReason);
    }

    private List<Curve> visible() {
        return curves.stream()
                .filter(curve -> !options.hiddenColours().contains(curve.colour()))
                .filter(curve -> head.shownKinds().contains(curve.kind()))
                .toList();
    }
}
