package io.slimgan.session;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.config.WatchSettings;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MetricValue;
import io.slimgan.runs.watches.WatchMark;
import io.slimgan.training.StepReport;
import io.slimgan.training.watches.CollapseWatch;
import io.slimgan.training.watches.DriftWatch;
import io.slimgan.training.watches.SaturationWatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run's watches together: what they noticed, what still is so, and whether training should wait. Device thread. */
final class RunWatches {

    private static final String SATURATION_NOTE = "watch_saturation";
    private static final String COLLAPSE_NOTE = "watch_collapse";
    private static final String DRIFT_NOTE = "watch_drift";

    private final WatchSettings settings;
    private final SaturationWatch saturation;
    private final CollapseWatch collapse;
    private final DriftWatch drift;
    private final List<WatchMark> noticed = new ArrayList<>();
    private final List<WatchMark> current = new ArrayList<>();
    private Optional<WatchMark> pausing = Optional.empty();

    RunWatches(WatchSettings settings) {
        this.settings = settings;
        this.saturation = new SaturationWatch(settings);
        this.collapse = new CollapseWatch(settings);
        this.drift = new DriftWatch(settings);
    }

    /** Takes a step in. */
    void step(StepReport report) {
        notice(saturation.see(report));
        notice(drift.see(report));
    }

    /** Takes in how much the images of the fixed grid differ, by the widths' labels. */
    void grid(long step, Map<String, Double> diversities) {
        diversities.forEach((width, value) ->
                notice(collapse.grid(step, width, value).map(List::of).orElse(List.of())));
    }

    /** Takes in what was measured on a snapshot. */
    void measured(long step, Evaluation evaluation) {
        notice(drift.measured(step, byWidth(evaluation, Metric.FID)));
        byWidth(evaluation, Metric.RECALL)
                .forEach((width, value) ->
                        notice(collapse.recall(step, width, value).map(List::of).orElse(List.of())));
    }

    /** A metric's values by the widths' labels. */
    static Map<String, Double> byWidth(Evaluation evaluation, Metric metric) {
        Map<String, Double> values = new HashMap<>();
        for (MetricValue value : evaluation.values()) {
            Optional<Width> width = value.width();
            if (value.metric() == metric && width.isPresent() && Double.isFinite(value.value())) {
                values.put(width.get().label(), value.value());
            }
        }
        return values;
    }

    private void notice(List<WatchMark> marks) {
        for (WatchMark mark : marks) {
            noticed.add(mark);
            current.add(mark);
            if (pauses(mark)) {
                pausing = Optional.of(mark);
            }
        }
    }

    private boolean pauses(WatchMark mark) {
        return switch (mark.kind()) {
            case DIVERGENCE -> true;
            case SATURATION -> settings.pauseOnSaturation();
            case COLLAPSE, LOST_RECALL -> settings.pauseOnCollapse();
            case DRIFT, LOST_QUALITY -> settings.pauseOnDrift();
        };
    }

    /** What was noticed since the last call. */
    List<WatchMark> takeNoticed() {
        List<WatchMark> marks = List.copyOf(noticed);
        noticed.clear();
        return marks;
    }

    /** What training should wait for the user for; told once. */
    Optional<WatchMark> takePausing() {
        Optional<WatchMark> mark = pausing;
        pausing = Optional.empty();
        return mark;
    }

    /** What was noticed and still is so, the newest first. */
    List<WatchMark> current() {
        current.removeIf(mark -> !saturation.isRaised(mark) && !collapse.isRaised(mark) && !drift.isRaised(mark));
        List<WatchMark> newestFirst = new ArrayList<>(current);
        java.util.Collections.reverse(newestFirst);
        return List.copyOf(newestFirst);
    }

    /** Adds what they remember to a checkpoint's notes. */
    void putNotes(Map<String, String> notes) {
        notes.put(SATURATION_NOTE, saturation.toNote());
        notes.put(COLLAPSE_NOTE, collapse.toNote());
        notes.put(DRIFT_NOTE, drift.toNote());
    }

    /** Goes on from a checkpoint's notes. */
    void restore(Map<String, String> notes) {
        saturation.restore(notes.getOrDefault(SATURATION_NOTE, ""));
        collapse.restore(notes.getOrDefault(COLLAPSE_NOTE, ""));
        drift.restore(notes.getOrDefault(DRIFT_NOTE, ""));
        noticed.clear();
        current.clear();
        pausing = Optional.empty();
    }
}
