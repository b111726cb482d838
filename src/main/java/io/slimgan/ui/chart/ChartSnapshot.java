package io.slimgan.ui.chart;

import java.util.List;

/**
 * A chart as it was at one moment, for other threads: {@link ChartPicture} draws it, {@link ChartTable} writes it. No
 * two threads may use it at once.
 */
public final class ChartSnapshot {

    private final ChartSpec spec;
    private final PlotFrame.Query query;
    private final List<Curve> curves;
    private final List<ChartMark> marks;
    private final boolean dark;

    ChartSnapshot(ChartSpec spec, PlotFrame.Query query, List<Curve> curves, List<ChartMark> marks, boolean dark) {
        this.spec = spec;
        this.query = query;
        this.curves = List.copyOf(curves);
        this.marks = List.copyOf(marks);
        this.dark = dark;
    }

    ChartSpec spec() {
        return spec;
    }

    PlotFrame.Query query() {
        return query;
    }

    List<Curve> curves() {
        return curves;
    }

    List<ChartMark> marks() {
        return marks;
    }

    ChartTheme theme() {
        return ChartTheme.of(dark);
    }
}
