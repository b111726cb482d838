package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.config.Change;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsDiff;
import io.slimgan.config.SettingsFile;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.TrainingSession;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a run from its settings file, or goes on with one. */
@Command(
        name = "train",
        description = "Trains a run. Ctrl-C saves and stops; --resume goes on exactly there.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class TrainCommand implements Callable<Integer> {

    private final Supplier<EngineRoom> engineRooms;

    @Parameters(paramLabel = "CONFIG", description = "The settings file; with --resume also a run's folder.")
    private Path config;

    @Mixin
    private SettingsOptions options;

    @Option(
            names = "--run",
            paramLabel = "NAME",
            description = "The run's name, its folder in the workspace (default: the settings file's name).")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Steps of the whole run; the same as --set training.steps=N.")
    private Optional<String> steps = Optional.empty();

    @Option(
            names = "--resume",
            description = "Goes on with the run from its newest checkpoint. Steps, learning rate, distillation weight,"
                    + " intervals, device, threads and the data's folder may differ from before.")
    private boolean resume;

    @Spec
    private CommandSpec spec;

    TrainCommand(Supplier<EngineRoom> engineRooms) {
        this.engineRooms = engineRooms;
    }

    @Override
    public Integer call() {
        boolean isRun = resume && run.isEmpty() && Files.isRegularFile(config.resolve("run.yaml"));
        RunSettings settings = settings(isRun ? config.resolve("run.yaml") : config);
        Path folder = isRun ? config : folder();
        PrintWriter out = spec.commandLine().getOut();
        List<Change> changes = resume ? changes(folder, settings) : List.of();
        if (!resume && Files.exists(folder)) {
            throw new UserError(existing(folder));
        }
        try (EngineRoom room = engineRooms.get()) {
            TrainingSession session = resume
                    ? room.resume(folder, Optional.of(settings))
                    : room.start(options.workspace().folder(), String.valueOf(folder.getFileName()), settings);
            // Only now: the room may refuse what the settings alone allow, such as fewer steps than the run has.
            changes.forEach(change -> out.println("changed  " + change.line()));
            return new TrainingWatch(
                            session, Terminal.of(out), spec.commandLine().getErr())
                    .untilEnd();
        }
    }

    private RunSettings settings(Path yaml) {
        Map<String, String> overrides = new LinkedHashMap<>(options.overrides());
        steps.ifPresent(n -> overrides.put("training.steps", n));
        try {
            return SettingsFile.readToTrain(yaml, overrides);
        } catch (UserError e) {
            if (steps.isEmpty()) {
                throw e;
            }
            String written = "--steps " + steps.get();
            throw new UserError(e.sentence().replace("--set training.steps=" + steps.get(), written), e);
        }
    }

    private Path folder() {
        WorkspaceOption workspace = options.workspace();
        return run.map(workspace::runNamed).orElseGet(() -> workspace.folder().resolve(nameOfConfig()));
    }

    private static String existing(Path folder) {
        boolean begun = !Files.isRegularFile(folder.resolve("run.yaml"))
                || !RunFolder.open(folder).checkpoints().steps().isEmpty();
        String how = begun
                ? " exists already; go on with it by --resume"
                : " exists already, without a checkpoint; --resume begins it";
        return "The run " + folder + how + ", or give this one another name by --run.";
    }

    private String nameOfConfig() {
        String file = String.valueOf(config.toAbsolutePath().normalize().getFileName());
        return file.replaceAll("\\.ya?ml$", "");
    }

    /** What differs from before, all of it allowed. */
    private static List<Change> changes(Path folder, RunSettings settings) {
        if (!Files.isRegularFile(folder.resolve("run.yaml"))) {
            throw new UserError("There is no run " + folder
                    + " to go on with; leave out --resume to start it, or name it by" + " --run and --workspace.");
        }
        RunSettings before = RunFolder.open(folder).settings();
        List<Change> changes = SettingsDiff.between(before, settings);
        String refusal = SettingsDiff.refusal(changes);
        if (!refusal.isEmpty()) {
            throw new UserError(refusal);
        }
        return changes;
    }
}
