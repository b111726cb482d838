package io.slimgan.ui.runs;

import io.slimgan.base.RunState;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.RunIndex;
import io.slimgan.runs.RunSummary;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.SessionStatus;
import io.slimgan.ui.common.Formats;
import java.math.BigDecimal;
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
 * @param best which checkpoints are the best so far, and by what
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
        Optional<String> problem,
        BestCheckpoints best) {

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
                run.problem(),
                BestCheckpoints.read(run.folder()));
    }

    /** The best figure in a few words, such as {@code FID*-1k 41.3}; empty where nothing was measured. */
    String bestFigure() {
        return best.overall()
                .filter(figure -> !figure.protocol().isEmpty())
                .map(figure -> Formats.figure(figure.value()))
                .orElse("");
    }

    /** All best figures, a line each. */
    String bestFigures() {
        if (bestFigure().isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        best.byWidth().forEach((width, figure) -> lines.append(line(width + "×  ", figure)));
        best.overall().ifPresent(figure -> lines.append(line("", figure)));
        return lines.toString().strip();
    }

    private static String line(String who, BestCheckpoints.Best figure) {
        return who + figure.measure() + " " + Formats.figure(figure.value()) + " at step "
                + Formats.count(figure.step()) + "\n";
    }

    /** Whether some process trains it, so that its folder must stay. */
    boolean isLive() {
        return state.isLive();
    }

    boolean canResume() {
        return !isLive() && problem.isEmpty();
    }

    /** The telling settings, the network first. */
    static String words(RunSettings settings) {
        ModelSettings model = settings.model();
        String images = switch (settings.data().dataset()) {
            case SHAPES -> "shapes";
            case CIFAR10 -> "CIFAR-10";
            case CIFAR100 -> "CIFAR-100";
            case STL10 -> "STL-10";
            case CELEBA -> "CelebA";
            case MNIST -> "MNIST";
            case IMAGENET -> "ImageNet";
            case FOLDER -> "folder";
        };
        String widths =
                model.widthList().widths().stream().map(width -> width.label()).collect(Collectors.joining(" "));
        return network(model) + " · " + images + " " + settings.data().imageSize() + " px · "
                + model.generatorChannels() + " channels · widths " + widths + " · batch "
                + settings.training().batchSize();
    }

    private static String network(ModelSettings model) {
        return model.individualWidth() < 1
                ? model.backbone().title() + " individual "
                        + BigDecimal.valueOf(model.individualWidth())
                                .stripTrailingZeros()
                                .toPlainString() + "×"
                : model.backbone().title();
    }
}
