package io.slimgan.cli;

import io.slimgan.base.ProgramVersion;
import io.slimgan.session.EngineRoom;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** The program's root command; without a command it opens the window. */
@Command(
        name = "slimgan",
        description = "Trains, watches and probes slimmable GANs.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 wrong input, 130 interrupted (saved first).",
            "Try: slimgan train sample-configs/quick-cpu.yaml"
        })
public final class SlimGanCommand implements Runnable {

    private final Consumer<Optional<Path>> openWindow;

    private SlimGanCommand(Consumer<Optional<Path>> openWindow) {
        this.openWindow = openWindow;
    }

    /**
     * The whole command line, ready to execute; its result is the process's exit code.
     *
     * @param engineRooms makes the engine room when a command needs it; the command closes it
     * @param openWindow opens the window, on a workspace if one was named, and returns when it is closed
     */
    public static CommandLine create(Supplier<EngineRoom> engineRooms, Consumer<Optional<Path>> openWindow) {
        CommandLine root = new CommandLine(new SlimGanCommand(openWindow));
        root.addSubcommand(new TrainCommand(engineRooms));
        root.addSubcommand(new SampleCommand(engineRooms));
        root.addSubcommand(new EvaluateCommand(engineRooms));
        root.addSubcommand(new ReportCommand(engineRooms));
        root.addSubcommand(new InfoCommand(engineRooms));
        root.addSubcommand(DataCommand.create(engineRooms));
        root.addSubcommand(new BenchCommand());
        root.addSubcommand(new GuiCommand(openWindow));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionStrategy(SlimGanCommand::execute);
        root.setExecutionExceptionHandler(new Failures());
        root.setParameterExceptionHandler(new Mistakes());
        return root;
    }

    /** A full disk behind a redirected output is no success: Java's writers keep such errors to themselves. */
    private static int execute(ParseResult parsed) {
        int code = new CommandLine.RunLast().execute(parsed);
        List<CommandLine> called = parsed.asCommandLineList();
        CommandLine command = called.get(called.size() - 1);
        if (code != 0 || (!command.getOut().checkError() && !System.out.checkError())) {
            return code;
        }
        Failures.print(
                command,
                "The output could not be written to its end. Check the free space where it goes, or whether its reader"
                        + " has ended, and repeat the command; what was measured or trained is kept.");
        return Failures.FAILED;
    }

    @Override
    public void run() {
        openWindow.accept(Optional.empty());
    }

    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"SlimGAN Explorer " + ProgramVersion.current()};
        }
    }
}
