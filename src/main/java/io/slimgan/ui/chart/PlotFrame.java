package io.slimgan.ui.chart;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Everything that one picture of a chart shows, thinned to its pixels. Its lines are overwritten by the next frame of
 * the same {@link FrameBuilder}.
 *
 * @param query what was asked for
 * @param x the stretch across, in places
 * @param y the stretch upwards, in places
 * @param full the stretch across of all data, in places
 * @param lines what is drawn, in drawing order
 * @param message why nothing is drawn; empty where something is
 * @param belowLog whether some values are zero or less and the log axis cannot show them
 */
record PlotFrame(Query query, Span x, Span y, Span full, List<Line> lines, String message, boolean belowLog) {

    /**
     * One curve.
     *
     * @param curve which
     * @param raw its values as logged
     * @param smooth its smoothed values; empty where smoothing is off
     */
    record Line(Curve curve, Polyline raw, Optional<Polyline> smooth) {}

    /**
     * What decides a frame besides the data.
     *
     * @param axis what the horizontal axis counts
     * @param origin the wall time at which relative time begins, seconds since 1970
     * @param logX whether the horizontal axis is logarithmic; never for wall time
     * @param logY whether the vertical axis is
     * @param smoothing weight in [0, 1)
     * @param clipOutliers whether the vertical axis leaves out rare extremes
     * @param zoom the part that the user chose
     * @param restarts steps from which the run was continued
     * @param emptyReason what to say where there are no points
     */
    record Query(
            XAxis axis,
            double origin,
            boolean logX,
            boolean logY,
            double smoothing,
            boolean clipOutliers,
            Zoom zoom,
            List<Long> restarts,
            String emptyReason) {

        Query {
            logX = logX && axis != XAxis.WALL;
            restarts = List.copyOf(restarts);
        }

        Scale xScale() {
            return logX ? Scale.LOG : Scale.LINEAR;
        }

        Scale yScale() {
            return logY ? Scale.LOG : Scale.LINEAR;
        }

        /** What is taken off a stored position to get the axis' value. */
        double shift() {
            return axis == XAxis.RELATIVE ? origin : 0;
        }

        boolean smooths() {
            return smoothing > 0;
        }
    }

    /** Where a mark stands between the left edge (0) and the right one (1); empty where it is not to be seen. */
    OptionalDouble across(ChartMark mark) {
        double position = query.axis() == XAxis.STEP ? mark.step() : mark.wall() - query.shift();
        if (query.logX() && position <= 0) {
            return OptionalDouble.empty();
        }
        double share = x.share(query.xScale().place(position));
        return share < -0.001 || share > 1.001 ? OptionalDouble.empty() : OptionalDouble.of(share);
    }

    boolean isEmpty() {
        return !message.isEmpty();
    }
}
