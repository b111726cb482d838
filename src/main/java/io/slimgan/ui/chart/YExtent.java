package io.slimgan.ui.chart;

import io.slimgan.ui.chart.PlotFrame.Line;
import io.slimgan.ui.chart.PlotFrame.Query;
import java.util.Arrays;
import java.util.List;

/** How far the lines of a frame reach upwards and downwards, within the stretch across that is shown. */
final class YExtent {

    private static final int SAMPLES = 1000;
    /** Outliers: beyond the 5th and 95th percentile by more than half of what lies between them. */
    private static final double TAIL = 0.05;

    private static final double REACH = 0.5;

    private final Query query;
    private final double from;
    private final double to;
    private double low = Double.POSITIVE_INFINITY;
    private double high = Double.NEGATIVE_INFINITY;
    private boolean sawBelow;

    YExtent(Query query, Span x) {
        this.query = query;
        double slack = x.length() * 1e-9;
        from = query.xScale().value(x.low() - slack);
        to = query.xScale().value(x.high() + slack);
    }

    void include(Line line) {
        include(line.raw());
        line.smooth().ifPresent(this::include);
    }

    private void include(Polyline line) {
        for (int i = 0; i < line.size(); i++) {
            double y = line.y(i);
            if (Double.isNaN(y) || line.x(i) < from || line.x(i) > to) {
                continue;
            }
            if (query.logY() && y <= 0) {
                sawBelow = true;
                continue;
            }
            low = Math.min(low, y);
            high = Math.max(high, y);
        }
    }

    /** Whether anything can be shown. */
    boolean hasPoints() {
        return high >= low;
    }

    /** Whether there were values that a log axis cannot show. */
    boolean sawBelow() {
        return sawBelow;
    }

    /** The stretch to show, in places, without padding. */
    Span span(List<Line> lines) {
        Scale scale = query.yScale();
        Span all = Span.around(scale.place(low), scale.place(high));
        return query.clipOutliers() ? withoutOutliers(all, lines) : all;
    }

    private Span withoutOutliers(Span all, List<Line> lines) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (Line line : lines) {
            double[] sample = sample(line.curve().data());
            if (sample.length > 0) {
                double five = sample[(int) (TAIL * (sample.length - 1))];
                double ninetyFive = sample[(int) Math.ceil((1 - TAIL) * (sample.length - 1))];
                low = Math.min(low, five - REACH * (ninetyFive - five));
                high = Math.max(high, ninetyFive + REACH * (ninetyFive - five));
            }
        }
        return high < low ? all : Span.around(Math.max(low, all.low()), Math.min(high, all.high()));
    }

    /** Places of up to a thousand points of the stretch, evenly chosen, sorted. */
    private double[] sample(CurveData data) {
        double[] positions = data.positions(query.axis());
        int first = Decimator.lowerBound(positions, 0, data.size(), from + query.shift());
        int end = Decimator.upperBound(positions, first, data.size(), to + query.shift());
        int stride = Math.max(1, (end - first) / SAMPLES);
        double[] sample = new double[(end - first + stride - 1) / stride];
        int count = 0;
        for (int i = first; i < end; i += stride) {
            double place = query.yScale().place(data.value(i));
            if (Double.isFinite(place)) {
                sample[count++] = place;
            }
        }
        double[] sorted = Arrays.copyOf(sample, count);
        Arrays.sort(sorted);
        return sorted;
    }
}
