package io.slimgan.session;

import io.slimgan.base.RunState;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsFile;
import io.slimgan.data.official.OfficialData;
import io.slimgan.runs.events.EventFollower;
import io.slimgan.runs.events.ScalarPoint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a preset's first steps.
 *
 * @param name of its file, without the ending
 * @param real whether it saw the published images, not generated ones
 * @param state how it ended
 * @param steps that were trained
 * @param secondsPerStep between the first and the last point of its log
 * @param last the newest value of each loss, by tag
 * @param finite whether every value in the log is a number
 */
record PresetRun(
        String name,
        boolean real,
        RunState state,
        long steps,
        double secondsPerStep,
        Map<String, Double> last,
        boolean finite) {

    static final int STEPS = 50;

    /** Trains a file's first {@value #STEPS} steps with some settings replaced; the run's folder stays in the workspace. */
    static PresetRun train(EngineRoom room, Path workspace, OfficialData data, Path file, Map<String, String> replaced)
            throws IOException {
        RunSettings written = SettingsFile.readNetworks(file, Map.of());
        OfficialData.Place images = data.of(written.data().dataset());
        Map<String, String> all = new LinkedHashMap<>(replaced);
        all.put("data.path", images.path().toAbsolutePath().toString());
        all.put("training.steps", Integer.toString(STEPS));
        String name = String.valueOf(file.getFileName()).replace(".yaml", "");
        try (TrainingSession session = room.start(workspace, name, SettingsFile.readToTrain(file, all))) {
            Waiting.until(
                    name,
                    Duration.ofMinutes(30),
                    () -> !session.status().state().isLive());
            SessionStatus end = session.status();
            return read(name, images.real(), end, session.folder());
        }
    }

    private static PresetRun read(String name, boolean real, SessionStatus end, Path folder) {
        Map<String, Double> last = new TreeMap<>();
        List<ScalarPoint> losses = new ArrayList<>();
        boolean finite = true;
        try (EventFollower follower = EventFollower.open(folder)) {
            for (ScalarPoint point : follower.poll().points()) {
                finite &= Double.isFinite(point.value());
                if (point.tag().startsWith("loss/")) {
                    last.put(point.tag(), point.value());
                    losses.add(point);
                }
            }
        }
        ScalarPoint first = losses.get(0);
        ScalarPoint newest = losses.get(losses.size() - 1);
        double each = (newest.wallTime() - first.wallTime()) / Math.max(1, newest.step() - first.step());
        return new PresetRun(name, real, end.state(), end.step(), each, last, finite);
    }

    /** The loss of a network at each of the widths, such as "1.93 1.88 1.86 1.85". */
    String losses(String network) {
        List<String> texts = new ArrayList<>();
        last.forEach((tag, value) -> {
            if (tag.startsWith("loss/" + network + "/")) {
                texts.add(String.format(Locale.ROOT, "%.2f", value));
            }
        });
        return String.join(" ", texts);
    }
}
