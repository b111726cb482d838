package io.slimgan.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Opens the window. */
@Command(
        name = "gui",
        description = "Opens the window.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class GuiCommand implements Runnable {

    private final Consumer<Optional<Path>> openWindow;

    @Option(
            names = {"-w", "--workspace"},
            paramLabel = "DIR",
            description = "The folder whose runs the window shows, and remembers (default: the one it showed last).")
    private Optional<Path> workspace = Optional.empty();

    GuiCommand(Consumer<Optional<Path>> openWindow) {
        this.openWindow = openWindow;
    }

    @Override
    public void run() {
        openWindow.accept(workspace);
    }
}
