package io.slimgan.ui.scalars;

import io.slimgan.runs.watches.WatchMark;
import io.slimgan.ui.chart.ChartMark;
import io.slimgan.ui.chart.ChartOptions;
import io.slimgan.ui.chart.ChartPane;
import io.slimgan.ui.chart.ChartSpec;
import io.slimgan.ui.chart.Curve;
import io.slimgan.ui.chart.CurveData;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** Puts what the log says onto the charts. FX thread only. */
final class RunCurves {

    private final ChartCatalog catalog;
    private final ChartOptions options;
    private final Function<ChartSpec, ChartPane> charts;
    private final Map<String, Target> targets = new HashMap<>();
    private final List<Long> restarts = new ArrayList<>();
    private final List<Marked> marks = new ArrayList<>();
    private final Supplier<List<ChartPane>> shown;
    private boolean originKnown;

    private record Marked(WatchMark mark, double wall) {}

    private record Target(ChartPane chart, CurveData data) {}

    /** {@code charts} finds a chart or makes it; {@code shown} are those that there are. */
    RunCurves(
            ChartCatalog catalog,
            ChartOptions options,
            Function<ChartSpec, ChartPane> charts,
            Supplier<List<ChartPane>> shown) {
        this.shown = shown;
        this.catalog = catalog;
        this.options = options;
        this.charts = charts;
    }

    /** Appends points to their curve, which is made with its first points. */
    void add(LogPart.Points points) {
        if (WatchMark.isMark(points.tag())) {
            addMarks(points);
            return;
        }
        if (!originKnown) {
            originKnown = true;
            options.setOrigin(points.walls()[0]);
        }
        Target target = targets.computeIfAbsent(points.tag(), this::newCurve);
        for (int i = 0; i < points.steps().length; i++) {
            target.data().append(points.steps()[i], points.walls()[i], points.values()[i]);
        }
        target.chart().dataChanged();
    }

    private void addMarks(LogPart.Points points) {
        for (int i = 0; i < points.steps().length; i++) {
            double wall = points.walls()[i];
            WatchMark.read(points.tag(), points.steps()[i], points.values()[i])
                    .ifPresent(mark -> marks.add(new Marked(mark, wall)));
        }
        showMarks();
    }

    private void showMarks() {
        for (ChartPane chart : shown.get()) {
            List<ChartMark> own = marks.stream()
                    .filter(m -> ChartCatalog.marks(m.mark().kind(), chart.spec()))
                    .map(m -> new ChartMark(m.mark().step(), m.wall(), m.mark().sentence()))
                    .toList();
            if (!own.equals(chart.marks())) {
                chart.setMarks(own);
            }
        }
    }

    /** Drops what the run did over again since it was continued. */
    void restart(long keepUpTo) {
        for (Target target : targets.values()) {
            if (target.data().dropAfter(keepUpTo)) {
                target.chart().dataChanged();
            }
        }
        if (marks.removeIf(m -> m.mark().step() > keepUpTo)) {
            showMarks();
        }
        restarts.removeIf(step -> step >= keepUpTo);
        if (keepUpTo >= 0) {
            restarts.add(keepUpTo);
        } else {
            originKnown = false;
        }
        options.restarts().set(List.copyOf(restarts));
    }

    /** The number of curves so far. */
    int size() {
        return targets.size();
    }

    private Target newCurve(String tag) {
        ChartCatalog.Place place = catalog.place(tag);
        ChartPane chart = charts.apply(place.chart());
        CurveData data = new CurveData();
        chart.add(new Curve(tag, place.name(), place.kind(), place.dashed(), place.colour(), data));
        showMarks(); // The chart may be new, and its marks older.
        return new Target(chart, data);
    }
}
