package io.slimgan.session;

import io.slimgan.report.mic.ReportCurve;
import io.slimgan.runs.events.EventFollower;
import io.slimgan.runs.events.ScalarPoint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** A run's log up to a step: what is logged later does not change the report of an earlier checkpoint. */
final class ReportCurves {

    private static final int POINTS = 300;

    /** Speed and memory are the machine's affair, and the weighted distillation is the raw one times lambda. */
    private static final List<String> LEFT_OUT = List.of("time/", "memory/", "distillation/weighted/");

    private final Map<String, List<ReportCurve.Point>> byTag;

    private ReportCurves(Map<String, List<ReportCurve.Point>> byTag) {
        this.byTag = byTag;
    }

    /** @throws io.slimgan.base.UserError if the log cannot be read */
    static ReportCurves read(Path runFolder, long step) {
        Map<String, List<ReportCurve.Point>> byTag = new LinkedHashMap<>();
        try (EventFollower follower = EventFollower.open(runFolder)) {
            for (ScalarPoint point : follower.poll().points()) {
                if (point.step() <= step) {
                    byTag.computeIfAbsent(point.tag(), tag -> new ArrayList<>())
                            .add(new ReportCurve.Point(point.step(), point.value()));
                }
            }
        }
        return new ReportCurves(byTag);
    }

    /** The curves that a report shows, in the order of the log, with as many points as a chart has room for. */
    List<ReportCurve> shown() {
        return byTag.entrySet().stream()
                .filter(e -> LEFT_OUT.stream().noneMatch(e.getKey()::startsWith))
                .map(e -> new ReportCurve(e.getKey(), e.getValue()).thinned(POINTS))
                .toList();
    }

    /** The last value of a tag; empty where it was never logged. */
    OptionalDouble last(String tag) {
        List<ReportCurve.Point> points = byTag.getOrDefault(tag, List.of());
        return points.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(points.get(points.size() - 1).value());
    }
}
