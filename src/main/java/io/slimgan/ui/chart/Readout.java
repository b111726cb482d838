package io.slimgan.ui.chart;

import io.slimgan.ui.chart.PlotFrame.Line;
import io.slimgan.ui.chart.PlotFrame.Query;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the curves of a frame say at one place of the horizontal axis.
 *
 * @param step the step of the point nearest to the place, over all curves
 * @param wall when that point was written, seconds since 1970
 * @param position the point's value on the horizontal axis
 * @param rows one per curve that has points, in drawing order
 */
record Readout(long step, double wall, double position, List<Row> rows) {

    /**
     * One curve.
     *
     * @param curve which
     * @param step the step of its point nearest to the place; not all scalars are logged at every step
     * @param position that point's value on the horizontal axis
     * @param value as logged
     * @param smoothed the value on the line that is drawn
     */
    record Row(Curve curve, long step, double position, double value, double smoothed) {}

    /** The readout at {@code x}, a value of the frame's horizontal axis; empty without points. */
    static Optional<Readout> at(PlotFrame frame, double x) {
        Query query = frame.query();
        List<Row> rows = new ArrayList<>();
        Optional<Readout> nearest = Optional.empty();
        double least = Double.POSITIVE_INFINITY;
        for (Line line : frame.lines()) {
            CurveData data = line.curve().data();
            int at = data.nearest(query.axis(), x + query.shift());
            if (at < 0) {
                continue;
            }
            double position = data.positions(query.axis())[at] - query.shift();
            double smoothed = query.smooths() ? data.smoothed(query.smoothing())[at] : data.value(at);
            rows.add(new Row(line.curve(), data.step(at), position, data.value(at), smoothed));
            if (Math.abs(position - x) < least) {
                least = Math.abs(position - x);
                nearest = Optional.of(new Readout(data.step(at), data.wall(at), position, rows));
            }
        }
        return nearest.map(readout -> new Readout(readout.step, readout.wall, readout.position, List.copyOf(rows)));
    }
}
