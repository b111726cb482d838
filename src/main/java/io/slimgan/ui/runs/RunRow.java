package io.slimgan.ui.runs;

import io.slimgan.base.RunState;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.RunIndex;
import io.slimgan.runs.RunSummary;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.SessionStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One run of the list: what its folder shows, or what its session says where this process trains it, for a folder knows
 * only the newest checkpoint.
 *
 * @param trainedHere whether this process trains it
 * @param settings the telling ones, in a line
 */
record RunRow(
        Path folder,
        String name,
        RunState state,
        boolean trainedHere,
        long step,
        long total,
        Instant lastChange,
        String settings,
        Optional<String> problem) {

    /** The workspace's runs, last changed first. Reads files: not for the FX thread. */
    static List<RunRow> list(Path workspace, EngineRoom room) {
        return RunIndex.list(workspace).stream().map(run -> of(run, room)).toList();
    }

    private static RunRow of(RunSummary run, EngineRoom room) {
        Optional<SessionStatus> live = room.sessionOf(run.folder())
                .map(session -> session.status())
                .filter(status -> status.state().isLive());
        return new RunRow(
                run.folder(),
                run.name(),
                live.map(SessionStatus::state).orElse(run.state()),
                live.isPresent(),
                live.map(SessionStatus::step).orElse(run.step()),
                run.totalSteps(),
                run.lastChange(),
                run.settings().map(RunRow::words).orElse(""),
                run.problem());
    }

    /** Whether some process trains it, so that its folder must stay. */
    boolean isLive() {
        return state.isLive();
    }

    boolean canResume() {
        return !isLive() && problem.isEmpty();
    }

    private static String words(RunSettings settings) {
        ModelSettings model = settings.model();
        String images = switch (settings.data().dataset()) {
            case SHAPES -> "shapes";
            case CIFAR10 -> "CIFAR-10";
            case FOLDER -> "folder";
        };
        String widths =
                model.widthList().widths().stream().map(width -> width.label()).collect(Collectors.joining(" "));
        return images + " " + settings.data().imageSize() + " px · " + model.generatorChannels() + " channels · widths "
                + widths + " · batch " + settings.training().batchSize();
    }
}
