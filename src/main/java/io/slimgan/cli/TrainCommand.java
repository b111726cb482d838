package io.slimgan.cli;

import io.slimgan.base.UserError;
import io.slimgan.config.Change;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsDiff;
import io.slimgan.config.SettingsFile;
import io.slimgan.config.SweepFile;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.queue.RunQueue;
import io.slimgan.runs.queue.Seeds;
import io.slimgan.runs.queue.Sweep;
import io.slimgan.runs.queue.SweepOrder;
import io.slimgan.runs.queue.SweepRun;
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

/** Trains a run from its settings file, or goes on with one; or several one after the other. */
@Command(
        name = "train",
        description = {
            "Trains a run. Ctrl-C saves and stops; --resume goes on exactly there.",
            "With several configurations, a folder of them, a list file or --seeds, trains them one after the other:"
                    + " the runs are called CONFIG-seedN, complete ones are skipped, begun ones go on (also with more steps), one that fails is"
                    + " told and the next begins. The same command goes on where it was interrupted."
        },
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class TrainCommand implements Callable<Integer> {

    private final Supplier<EngineRoom> engineRooms;

    @Parameters(
            paramLabel = "CONFIG",
            arity = "1..*",
            description = "A settings file; with --resume also a run's folder. Or what to train one after the other:"
                    + " settings files, folders of them, list files (configurations, seeds, set, workspace).")
    private List<Path> configs = List.of();

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
            names = "--seeds",
            paramLabel = "N,N",
            description = "Trains each configuration with each of these seeds, such as 0,1,2 or 0-4.")
    private Optional<String> seeds = Optional.empty();

    @Option(
            names = "--queue",
            description = "Only puts the runs into the workspace's queue, for the window or whoever else works it off.")
    private boolean onlyQueue;

    @Option(
            names = "--keep-going",
            description = "Of several runs, trains the others where the workspace has another run of one's name.")
    private boolean keepGoing;

    @Option(names = "--dry-run", description = "Checks everything and shows what would be trained, and trains nothing.")
    private boolean dryRun;

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
        Path config = configs.get(0);
        boolean isRun = resume && run.isEmpty() && Files.isRegularFile(config.resolve("run.yaml"));
        if (configs.size() > 1 || seeds.isPresent() || onlyQueue || !isRun && isMany(config)) {
            return sweep();
        }
        return dryRun ? plan(config, isRun) : train(config, isRun);
    }

    private static boolean isMany(Path config) {
        return Files.isDirectory(config) || SweepFile.isOne(config);
    }

    private int train(Path config, boolean isRun) {
        RunSettings settings = settings(isRun ? config.resolve("run.yaml") : config);
        Path folder = isRun ? config : folder(config);
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

    /** What the command would do with one configuration. */
    private int plan(Path config, boolean isRun) {
        RunSettings settings = settings(isRun ? config.resolve("run.yaml") : config);
        Path folder = (isRun ? config : folder(config)).toAbsolutePath().normalize();
        SweepRun planned = new SweepRun(String.valueOf(folder.getFileName()), config.toString(), settings);
        Path workspace = folder.getParent() == null ? folder : folder.getParent();
        PrintWriter out = spec.commandLine().getOut();
        out.print(SweepTable.plan(workspace, List.of(planned)));
        out.flush();
        return 0;
    }

    private int sweep() {
        if (run.isPresent()) {
            throw new UserError("--run names one run; those of several configurations or seeds are called after their"
                    + " files, such as tiny-seed0. Leave it out.");
        }
        SweepOrder order = new SweepOrder(configs, seeds.map(Seeds::parse).orElse(List.of()), overrides());
        Sweep sweep = Sweep.of(order);
        Path workspace = workspaceOf(sweep);
        List<String> problems = sweep.checkedIn(workspace).problems();
        if (problems.isEmpty()) {
            return begin(sweep, workspace);
        }
        Sweep others = sweep.withoutOthersIn(workspace);
        if (!keepGoing || !sweep.problems().isEmpty() || others.runs().isEmpty()) {
            return refuse(problems);
        }
        problems.forEach(problem -> Failures.print(spec.commandLine(), asTyped(problem)));
        int code = begin(others, workspace);
        return code == 0 ? Failures.FAILED : code;
    }

    private int refuse(List<String> problems) {
        problems.forEach(problem -> Failures.print(spec.commandLine(), asTyped(problem)));
        String these = problems.size() == 1 ? "this problem." : "these " + problems.size() + " problems.";
        Failures.print(spec.commandLine(), "nothing was begun, because of " + these);
        return Failures.WRONG_INPUT;
    }

    private int begin(Sweep sweep, Path workspace) {
        PrintWriter out = spec.commandLine().getOut();
        if (dryRun) {
            out.print(SweepTable.plan(workspace, sweep.runs()));
            out.flush();
            return 0;
        }
        if (onlyQueue) {
            RunQueue.of(workspace).add(sweep.runs());
            int count = sweep.runs().size();
            out.println("Queued " + count + (count == 1 ? " run in " : " runs in ") + workspace + ".");
            out.flush();
            return 0;
        }
        return new SweepTraining(
                        engineRooms,
                        workspace,
                        sweep.runs(),
                        Terminal.of(out),
                        spec.commandLine().getErr())
                .untilEnd();
    }

    /** What was typed goes before what a list says. */
    private Path workspaceOf(Sweep sweep) {
        boolean typed = spec.commandLine().getParseResult().hasMatchedOption("--workspace");
        if (typed || sweep.workspaces().isEmpty()) {
            return options.workspace().folder();
        }
        if (sweep.workspaces().size() > 1) {
            throw new UserError("The list files name different workspaces; name the one to use by --workspace.");
        }
        return sweep.workspaces().iterator().next();
    }

    private Map<String, String> overrides() {
        Map<String, String> overrides = new LinkedHashMap<>(options.overrides());
        steps.ifPresent(n -> overrides.put("training.steps", n));
        return overrides;
    }

    private String asTyped(String sentence) {
        return steps.map(n -> sentence.replace("--set training.steps=" + n, "--steps " + n))
                .orElse(sentence);
    }

    private RunSettings settings(Path yaml) {
        try {
            return SettingsFile.readToTrain(yaml, overrides());
        } catch (UserError e) {
            if (steps.isEmpty()) {
                throw e;
            }
            throw new UserError(asTyped(e.sentence()), e);
        }
    }

    private Path folder(Path config) {
        WorkspaceOption workspace = options.workspace();
        return run.map(workspace::runNamed).orElseGet(() -> workspace.folder().resolve(nameOf(config)));
    }

    private static String existing(Path folder) {
        boolean begun = !Files.isRegularFile(folder.resolve("run.yaml"))
                || !RunFolder.open(folder).checkpoints().steps().isEmpty();
        String how = begun
                ? " exists already; go on with it by --resume"
                : " exists already, without a checkpoint; --resume begins it";
        return "The run " + folder + how + ", or give this one another name by --run.";
    }

    private static String nameOf(Path config) {
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
