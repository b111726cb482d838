package io.slimgan.ui.chart;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** How a group of charts shows its curves; charts that share this object change together. FX thread only. */
public final class ChartOptions {

    /** TensorBoard's default, and the most that it accepts. */
    public static final double DEFAULT_SMOOTHING = 0.6;

    public static final double MOST_SMOOTHING = 0.999;

    private final DoubleProperty smoothing = new SimpleDoubleProperty(this, "smoothing", DEFAULT_SMOOTHING);
    private final ObjectProperty<XAxis> xAxis = new SimpleObjectProperty<>(this, "xAxis", XAxis.STEP);
    private final BooleanProperty logX = new SimpleBooleanProperty(this, "logX");
    private final BooleanProperty clipOutliers = new SimpleBooleanProperty(this, "clipOutliers");
    private final ObservableSet<Integer> hiddenColours = FXCollections.observableSet();
    private final DoubleProperty cursor = new SimpleDoubleProperty(this, "cursor", Double.NaN);
    private final ObjectProperty<List<Long>> restarts = new SimpleObjectProperty<>(this, "restarts", List.of());
    private double origin;

    /** The weight of the moving average, 0 to {@link #MOST_SMOOTHING}; 0 is none. */
    public DoubleProperty smoothing() {
        return smoothing;
    }

    /** What the horizontal axes count. */
    public ObjectProperty<XAxis> xAxis() {
        return xAxis;
    }

    /** Whether the horizontal axes are logarithmic; wall time never is. */
    public BooleanProperty logX() {
        return logX;
    }

    /** Whether the vertical axes leave out rare extremes. */
    public BooleanProperty clipOutliers() {
        return clipOutliers;
    }

    /** Colours whose curves are switched off, see {@link Curve#colour}. */
    public ObservableSet<Integer> hiddenColours() {
        return hiddenColours;
    }

    /** Steps from which the run was continued; each chart marks them. */
    public ObjectProperty<List<Long>> restarts() {
        return restarts;
    }

    /** When relative time begins, seconds since 1970. */
    public void setOrigin(double wall) {
        origin = wall;
    }

    double origin() {
        return origin;
    }

    /** Where the mouse is in one of the charts, as a value of the horizontal axis; NaN if it is in none. */
    DoubleProperty cursor() {
        return cursor;
    }
}
