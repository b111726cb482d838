package io.slimgan.ui.chart;

import io.slimgan.ui.chart.PlotFrame.Line;
import io.slimgan.ui.chart.PlotFrame.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes frames: finds the stretch to show and thins each curve to it. Keeps its buffers between frames. */
final class FrameBuilder {

    /** More columns than this cost time and show no more, since a line is wider than a pixel. */
    private static final int MOST_COLUMNS = 1000;

    private static final double PADDING = 0.05;
    /** One step, or one second. */
    private static final double LEAST_ACROSS = 1;

    private static final Span NOTHING = new Span(0, 1);

    private final List<Polyline> spare = new ArrayList<>();
    private int used;

    /** The frame of these curves on a plot that is {@code pixels} wide. */
    PlotFrame build(Query query, List<Curve> all, List<Curve> visible, int pixels) {
        used = 0;
        if (all.stream().allMatch(curve -> curve.data().size() == 0)) {
            return empty(query, NOTHING, NOTHING, query.emptyReason());
        }
        if (visible.stream().allMatch(curve -> curve.data().size() == 0)) {
            return empty(query, NOTHING, NOTHING, "All curves are switched off. Click a width in the legend.");
        }
        Optional<Span> extent = xExtent(query, visible);
        if (extent.isEmpty()) {
            return empty(query, NOTHING, NOTHING, "A logarithmic axis has no place for the points so far.");
        }
        Span full = extent.get();
        Span x = query.zoom().x().orElse(full);
        double[] edges = edges(query, x, Math.max(16, Math.min(MOST_COLUMNS, pixels)));
        List<Line> lines = new ArrayList<>();
        for (Curve curve : visible) {
            lines.add(line(query, curve, edges));
        }
        return withY(query, x, full, lines);
    }

    private PlotFrame withY(Query query, Span x, Span full, List<Line> lines) {
        YExtent extent = new YExtent(query, x);
        lines.forEach(extent::include);
        if (!extent.hasPoints()) {
            boolean zoomed = query.zoom().x().isPresent();
            String reason = extent.sawBelow()
                    ? "All values here are zero or less; a logarithmic axis cannot show them."
                    : zoomed
                            ? "No points in this stretch. Double-click to see everything."
                            : "No finite values so far.";
            return empty(query, x, full, reason);
        }
        Span y = query.zoom().y().orElseGet(() -> extent.span(lines).padded(PADDING));
        return new PlotFrame(query, x, y, full, lines, "", extent.sawBelow());
    }

    private static PlotFrame empty(Query query, Span x, Span full, String message) {
        return new PlotFrame(query, x, NOTHING, full, List.of(), message, false);
    }

    private Line line(Query query, Curve curve, double[] edges) {
        Polyline raw = polyline();
        curve.data().decimateRaw(query.axis(), edges, query.shift(), raw);
        if (!query.smooths()) {
            return new Line(curve, raw, Optional.empty());
        }
        Polyline smooth = polyline();
        curve.data().decimateSmoothed(query.smoothing(), query.axis(), edges, query.shift(), smooth);
        return new Line(curve, raw, Optional.of(smooth));
    }

    private Polyline polyline() {
        if (used == spare.size()) {
            spare.add(new Polyline());
        }
        return spare.get(used++);
    }

    /** The stretch across of all points; on a log axis without those at zero. */
    private static Optional<Span> xExtent(Query query, List<Curve> curves) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Curve curve : curves) {
            CurveData data = curve.data();
            double[] positions = data.positions(query.axis());
            int first = query.logX() ? Decimator.upperBound(positions, 0, data.size(), query.shift()) : 0;
            if (first < data.size()) {
                low = Math.min(low, positions[first] - query.shift());
                high = Math.max(high, positions[data.size() - 1] - query.shift());
            }
        }
        if (high < low) {
            return Optional.empty();
        }
        Span span = query.logX()
                ? Span.around(Scale.LOG.place(low), Scale.LOG.place(high))
                : Span.atLeast(LEAST_ACROSS, low, high);
        return Optional.of(span);
    }

    private static double[] edges(Query query, Span x, int columns) {
        double[] edges = new double[columns + 1];
        for (int i = 0; i <= columns; i++) {
            edges[i] = query.xScale().value(x.at(i / (double) columns)) + query.shift();
        }
        return edges;
    }
}
