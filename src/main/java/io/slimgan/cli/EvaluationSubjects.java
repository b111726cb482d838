package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.ModelSettings;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.EvaluationReference;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.session.IndividualRuns;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** From what is typed to what is measured, and to what it is held against. */
final class EvaluationSubjects {

    private static final String STATISTICS = ".npz";
    private static final String RUN_FILE = "run.yaml";

    private EvaluationSubjects() {}

    /**
     * A run by its folder or name, a checkpoint by its folder, statistics by their file, else a folder of images.
     *
     * @param step of a run's checkpoint, if not the newest
     */
    static EvaluationSubject subject(String typed, WorkspaceOption workspace, Optional<Long> step) {
        Path path = Path.of(typed);
        if (Files.isRegularFile(path)) {
            return statistics(typed, path);
        }
        Optional<Path> runOfCheckpoint = runOfCheckpoint(path);
        if (runOfCheckpoint.isPresent()) {
            return new EvaluationSubject.Checkpoint(runOfCheckpoint.get(), OptionalLong.of(stepOf(typed, path)));
        }
        for (Path folder : List.of(path, workspace.folder().resolve(typed))) {
            if (Files.isRegularFile(folder.resolve(RUN_FILE))) {
                step.ifPresent(s -> GridDrawing.requireCheckpoint(RunFolder.open(folder), s, "--checkpoint " + s));
                return new EvaluationSubject.Checkpoint(
                        folder, step.isPresent() ? OptionalLong.of(step.get()) : OptionalLong.empty());
            }
        }
        if (Files.isDirectory(path)) {
            return new EvaluationSubject.Images(path);
        }
        throw new UserError(typed + " is neither a run's folder, nor a run in " + workspace.folder()
                + ", nor a checkpoint's folder, nor a folder of images, nor a file of statistics; name one, or give"
                + " --workspace.");
    }

    private static EvaluationSubject statistics(String typed, Path file) {
        if (!typed.endsWith(STATISTICS)) {
            throw new UserError(
                    typed + " is no file of statistics; those end in " + STATISTICS + ". Of images, name the folder.");
        }
        return new EvaluationSubject.Statistics(file);
    }

    /** A checkpoint lies in {@code <run>/checkpoints/}. */
    private static Optional<Path> runOfCheckpoint(Path path) {
        Path checkpoints = path.toAbsolutePath().normalize().getParent();
        if (checkpoints == null || !checkpoints.endsWith("checkpoints")) {
            return Optional.empty();
        }
        return Optional.ofNullable(checkpoints.getParent()).filter(run -> Files.isRegularFile(run.resolve(RUN_FILE)));
    }

    private static long stepOf(String typed, Path checkpoint) {
        String name = String.valueOf(checkpoint.toAbsolutePath().normalize().getFileName());
        if (!name.matches("step-\\d{8,18}")) {
            throw new UserError(typed + " is no checkpoint; those are called such as step-00010000.");
        }
        return Long.parseLong(name.substring("step-".length()));
    }

    /** Statistics by their file, CIFAR-10 by its folder, {@code shapes}, else a folder of images. */
    static EvaluationReference against(Optional<String> typed) {
        if (typed.isEmpty()) {
            return new EvaluationReference.OwnDataset();
        }
        String name = typed.get();
        if (name.equals("shapes")) {
            return new EvaluationReference.Dataset(DataSettings.Dataset.SHAPES, "");
        }
        Path path = Path.of(name);
        if (Files.isRegularFile(path) && name.endsWith(STATISTICS)) {
            return new EvaluationReference.Statistics(path);
        }
        if (!Files.isDirectory(path)) {
            throw new UserError("--against " + name + ": there is no such folder or " + STATISTICS
                    + " file; allowed are shapes, a dataset's folder, a folder of images, and statistics.");
        }
        EvaluationReference.refusal(path).ifPresent(why -> {
            throw new UserError("--against " + name + ": " + why);
        });
        return EvaluationReference.folder(path);
    }

    /** Whether each subject has several widths, or all of them together do, as individual runs. */
    static boolean haveSeveralWidths(List<EvaluationSubject> subjects) {
        List<Double> individual = new ArrayList<>();
        for (EvaluationSubject subject : subjects) {
            if (!(subject instanceof EvaluationSubject.Checkpoint run)) {
                return false;
            }
            ModelSettings model = RunFolder.open(run.runFolder()).settings().model();
            if (model.widths().size() == 1) {
                individual.add(model.individualWidth());
            }
        }
        return individual.isEmpty() || IndividualRuns.countTogether(individual);
    }
}
