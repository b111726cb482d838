package io.slimgan.app;

import io.slimgan.base.Interruption;
import io.slimgan.base.UserFolders;
import io.slimgan.cli.SlimGanCommand;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.EngineRooms;
import io.slimgan.ui.main.WindowLauncher;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The way in: a window without arguments or with {@code gui}, else the command line. A plain class, because the Java
 * launcher refuses a main class that extends JavaFX's {@code Application} on the class path.
 */
public final class Main {

    private Main() {}

    /** Ends the process with the command's exit code: 0 done, 1 failed, 2 wrong input. */
    public static void main(String[] arguments) {
        UserFolders folders = UserFolders.ofThisUser();
        LogFile.place(folders);
        UncaughtErrors errors = UncaughtErrors.install();
        // Threads that an error has left behind, and the toolkit's own, must not keep the process alive.
        System.exit(errors.guard(() -> run(folders, arguments)));
    }

    private static int run(UserFolders folders, String... arguments) {
        EngineEnvironment.prepare(folders);
        HeapHabits.prepare();
        return SlimGanCommand.create(EngineRooms::create, workspace -> openWindow(folders, workspace))
                .execute(arguments);
    }

    /** The order of the end: the window first, then the runs in training are saved, then the engine is freed. */
    private static void openWindow(UserFolders folders, Optional<Path> workspace) {
        EngineRoom room = EngineRooms.create();
        Interruption told = Interruption.saving(room::close);
        try (room) {
            WindowLauncher.open(room, folders.state(), workspace, Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            told.close();
        }
    }
}
