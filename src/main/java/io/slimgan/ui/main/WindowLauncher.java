package io.slimgan.ui.main;

import io.slimgan.base.Interruption;
import io.slimgan.base.UserError;
import io.slimgan.session.EngineRoom;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.DisplayFilePicker;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.FxDialogs;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the window of a process. */
public final class WindowLauncher {

    private WindowLauncher() {}

    /**
     * Starts the toolkit, shows the window and waits until it has closed; every run is saved then. Once per process, for
     * the toolkit starts only once. Not to be called on the FX thread. The main class stays a plain one because the Java
     * launcher refuses an {@code Application} on the class path.
     *
     * @param room the engine room; still open afterwards, the caller closes it
     * @param settingsFolder where the window remembers its theme, place, workspace and last run; need not exist
     * @param workspace the folder of runs to show, and to remember; else the remembered one
     * @param show a run's folder or a settings file to show first; else the last run
     * @throws UserError if there is no display
     * @throws IllegalStateException if the window cannot be shown
     */
    public static void open(EngineRoom room, Path settingsFolder, Optional<Path> workspace, Optional<Path> show)
            throws InterruptedException {
        WindowMemoryFile memory = new WindowMemoryFile(settingsFolder);
        workspace.ifPresent(memory::look);
        CompletableFuture<Void> closed = new CompletableFuture<>();
        ExecutorService background = Executors.newCachedThreadPool(daemons());
        try {
            startToolkit(() -> {
                try {
                    show(room, memory, show, background, closed);
                } catch (RuntimeException e) {
                    closed.completeExceptionally(e);
                }
            });
            closed.get();
            Platform.exit();
        } catch (ExecutionException e) {
            Platform.exit();
            throw new IllegalStateException("The window could not be shown.", e.getCause());
        } finally {
            background.shutdown();
        }
    }

    /** A toolkit that could not start must not be told to exit: it would wait for its own start for ever. */
    private static void startToolkit(Runnable onFxThread) {
        try {
            Platform.startup(onFxThread);
        } catch (RuntimeException | LinkageError e) {
            throw new UserError(
                    "The window needs a desktop display"
                            + " (and on Debian and Ubuntu the package libgtk-3-0), but the toolkit says: "
                            + e.getMessage() + ". The command line works without a display; see --help.",
                    e);
        }
    }

    private static void show(
            EngineRoom room,
            WindowMemoryFile memory,
            Optional<Path> show,
            ExecutorService background,
            CompletableFuture<Void> closed) {
        Platform.setImplicitExit(false);
        Stage stage = new Stage();
        Dialogs dialogs = new FxDialogs(() -> stage);
        FilePicker files = new DisplayFilePicker(() -> stage);
        Thread.currentThread().setUncaughtExceptionHandler(new UncaughtErrors(dialogs, Interruption::isEnding));
        ShellTools tools = new ShellTools(room, dialogs, files, background);
        MainWindow window = new MainWindow(stage, tools, memory);
        stage.setOnHidden(event -> closed.complete(null));
        window.show();
        show.ifPresent(window::open);
    }

    /** A background read that hangs, as on a network disk that went away, must not keep the process alive. */
    private static ThreadFactory daemons() {
        ThreadFactory plain = Executors.defaultThreadFactory();
        return work -> {
            Thread thread = plain.newThread(work);
            thread.setDaemon(true);
            return thread;
        };
    }
}
