package io.slimgan.cli;

import picocli.CommandLine.Command;

/** Opens the window. */
@Command(
        name = "gui",
        description = "Opens the window.",
        mixinStandardHelpOptions = true,
        versionProvider = SlimGanCommand.Version.class)
final class GuiCommand implements Runnable {

    private final Runnable openWindow;

    GuiCommand(Runnable openWindow) {
        this.openWindow = openWindow;
    }

    @Override
    public void run() {
        openWindow.run();
    }
}
