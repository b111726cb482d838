package io.slimgan.cli;

import io.slimgan.runs.events.ScalarPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was measured beside training as lines for people, out of the points of the run's log. For one thread. */
final class MeasuredLines {

    private static final String QUALITY = "quality/";

    private final double since;
    private final WidthNames names;
    private final TreeMap<Long, Map<String, List<String>>> waiting = new TreeMap<>();
    private boolean growing;

    /** @param since seconds of the epoch; what the log has from before is not told again */
    MeasuredLines(double since, WidthNames names) {
        this.names = names;
        this.since = since;
    }

    /** Takes in points of the log, of any tags. */
    void take(List<ScalarPoint> points) {
        growing = false;
        for (ScalarPoint point : points) {
            if (point.tag().startsWith(QUALITY) && point.wallTime() >= since) {
                String[] parts = point.tag().substring(QUALITY.length()).split("/", 2);
                String width = parts.length == 2 ? names.of(parts[1]) + ": " : "";
                waiting.computeIfAbsent(point.step(), s -> new LinkedHashMap<>())
                        .computeIfAbsent(parts[0], name -> new ArrayList<>())
                        .add(width + EvaluationTable.number(point.value()));
                growing = true;
            }
        }
    }

    /**
     * One line per step that was measured since the last call.
     *
     * @param ended whether nothing more comes; until then a step whose points still come in waits for the next call
     */
    List<String> lines(boolean ended) {
        if (growing && !ended) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        waiting.forEach((step, metrics) -> {
            List<String> said = new ArrayList<>();
            metrics.forEach((name, values) -> said.add(name + " " + String.join(", ", values)));
            lines.add("Step " + step + " measured: " + String.join("; ", said));
        });
        waiting.clear();
        return lines;
    }
}
