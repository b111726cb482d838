package io.slimgan.ui.scalars;

import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.watches.WatchMark;
import io.slimgan.ui.chart.ChartMark;
import io.slimgan.ui.chart.ChartOptions;
import io.slimgan.ui.chart.ChartPane;
import io.slimgan.ui.chart.ChartSpec;
import io.slimgan.ui.chart.Curve;
import io.slimgan.ui.chart.CurveData;
import io.slimgan.ui.chart.XAxis;
import io.slimgan.ui.common.Formats;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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
    private BestCheckpoints best = BestCheckpoints.none();
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
        if (points.tag().startsWith(ChartCatalog.QUALITY)) {
            showMarks(); // The point of the best checkpoint may just have come.
        }
    }

    /** Marks the best checkpoints on the curves of what they are the best by. */
    void best(BestCheckpoints known) {
        best = known;
        showMarks();
    }

    private List<ChartMark> bestOf(ChartPane chart) {
        Map<Long, ChartMark> found = new TreeMap<>();
        best.byWidth().forEach((width, one) -> {
            Target target = targets.get(ChartCatalog.QUALITY + one.measure() + "/" + width);
            if (target == null || target.chart() != chart || target.data().size() == 0) {
                return;
            }
            CurveData data = target.data();
            double wall = data.wall(data.nearest(XAxis.STEP, one.step()));
            String words = "The checkpoint of step " + Formats.count(one.step()) + ": " + best.mark(one.step()) + ".";
            found.putIfAbsent(one.step(), new ChartMark(one.step(), wall, words, true));
        });
        return List.copyOf(found.values());
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
            List<ChartMark> own = new ArrayList<>(bestOf(chart));
            marks.stream()
                    .filter(m -> ChartCatalog.marks(m.mark().kind(), chart.spec()))
                    .map(m -> new ChartMark(m.mark().step(), m.wall(), m.mark().sentence()))
                    .forEach(own::add);
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

    /** The last step of any curve; -1 without points. */
    long lastStep() {
        return targets.values().stream()
                .map(Target::data)
                .filter(data -> data.size() > 0)
                .mapToLong(data -> data.step(data.size() - 1))
                .max()
                .orElse(-1);
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
