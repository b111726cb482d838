package io.slimgan.ui.main;

import io.slimgan.session.EngineRoom;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeFilePicker;
import java.nio.file.Path;
import java.util.concurrent.ForkJoinPool;
import javafx.stage.Stage;

/** The main window as tests open it. */
final class ShownWindow {

    private ShownWindow() {}

    /**
     * Shows the window over an engine room. FX thread.
     *
     * @param settings the folder of its memory, which names the workspace
     */
    static MainWindow show(
            Stage stage, EngineRoom room, FakeDialogs dialogs, FakeFilePicker files, Path settings, Path workspace) {
        WindowMemoryFile memory = new WindowMemoryFile(settings);
        memory.remember(memory.memory().withWorkspace(workspace));
        MainWindow window =
                new MainWindow(stage, new ShellTools(room, dialogs, files, ForkJoinPool.commonPool()), memory);
        window.show();
        return window;
    }
}
