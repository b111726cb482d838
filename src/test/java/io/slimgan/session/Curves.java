package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.events.EventBatch;
import io.slimgan.runs.events.EventFollower;
import io.slimgan.runs.events.ScalarPoint;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The curves of a run as a reader draws them. */
final class Curves {

    private Curves() {}

    /** All that is logged, by tag and step; fails where a curve goes back or repeats a step. */
    static Map<String, NavigableMap<Long, Double>> read(Path run) {
        Map<String, NavigableMap<Long, Double>> curves = new LinkedHashMap<>();
        try (EventFollower follower = EventFollower.open(run)) {
            for (EventBatch batch = follower.poll(); !batch.isEmpty(); batch = follower.poll()) {
                batch.keepUpTo()
                        .ifPresent(step -> curves.values()
                                .forEach(curve -> curve.tailMap(step, false).clear()));
                for (ScalarPoint point : batch.points()) {
                    NavigableMap<Long, Double> curve = curves.computeIfAbsent(point.tag(), tag -> new TreeMap<>());
                    assertThat(curve.isEmpty() || curve.lastKey() < point.step())
                            .as(
                                    "%s goes on from %s to %d",
                                    point.tag(), curve.isEmpty() ? "" : curve.lastKey(), point.step())
                            .isTrue();
                    curve.put(point.step(), point.value());
                }
            }
        }
        return curves;
    }

    /** One curve of {@link #read}; empty where nothing is logged under this tag. */
    static NavigableMap<Long, Double> of(Path run, String tag) {
        return read(run).getOrDefault(tag, new TreeMap<>());
    }

    /** Only what training decides, not how fast the machine was. */
    static Map<String, NavigableMap<Long, Double>> withoutTimes(Path run) {
        Map<String, NavigableMap<Long, Double>> curves = read(run);
        curves.keySet().removeIf(tag -> tag.startsWith("time/") || tag.startsWith("memory/"));
        return curves;
    }
}
