package io.slimgan.ui.main;

import io.slimgan.ui.common.Icons;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;

/**
 * All commands of the shell. Training follows the keys that debuggers use (F5 goes on, F6 pauses, F10 is one step), so
 * that no shortcut needs a letter which a text field wants.
 */
record CommandSet(
        Command newRun,
        Command openRun,
        Command start,
        Command pause,
        Command step,
        Command save,
        Command stop,
        Command resumeWithChanges,
        Command export,
        Command report,
        Command images,
        Command theme,
        Command engine,
        Command shortcuts,
        Command about,
        Command quit) {

    private static final ObservableBooleanValue ALWAYS = new SimpleBooleanProperty(true);

    /** The commands for this desk; {@code canExport} says whether the visible page has something to write. */
    static CommandSet of(RunDesk desk, ShellActions shell, ObservableBooleanValue canExport) {
        return new CommandSet(
                newRun(shell),
                openRun(shell),
                start(desk, shell),
                pause(desk),
                step(desk),
                save(desk),
                stop(desk),
                resumeWithChanges(desk, shell),
                export(shell, canExport),
                report(desk, shell),
                images(desk, shell),
                theme(shell),
                engine(shell),
                shortcuts(shell),
                about(shell),
                quit(shell));
    }

    private static Command newRun(ShellActions shell) {
        return always(
                "new-run", "New run…", "Choose images, widths and settings", Icons.NEW, ctrl(KeyCode.N), shell::newRun);
    }

    private static Command openRun(ShellActions shell) {
        return always(
                "open-run", "Open run…", "Show a run from its folder", Icons.OPEN, ctrl(KeyCode.O), shell::openRun);
    }

    private static Command start(RunDesk desk, ShellActions shell) {
        return when(
                desk,
                Standing::canGoOn,
                "start",
                "Start",
                "Train on, from where the run stands",
                Icons.START,
                key(KeyCode.F5),
                shell::start);
    }

    private static Command pause(RunDesk desk) {
        return when(
                desk,
                Standing::canPause,
                "pause",
                "Pause",
                "Pause after the step under way",
                Icons.PAUSE,
                key(KeyCode.F6),
                desk::pause);
    }

    private static Command step(RunDesk desk) {
        return when(
                desk,
                Standing::canStep,
                "step",
                "One step",
                "Train exactly one step, then pause",
                Icons.STEP,
                key(KeyCode.F10),
                desk::stepOnce);
    }

    private static Command save(RunDesk desk) {
        return when(
                desk,
                Standing::canSave,
                "save",
                "Save now",
                "Write a checkpoint after the step under way",
                Icons.SAVE,
                ctrl(KeyCode.S),
                desk::saveNow);
    }

    private static Command stop(RunDesk desk) {
        return when(
                desk,
                Standing::canStop,
                "stop",
                "Stop",
                "Save and end the run; it can be resumed",
                Icons.STOP,
                shift(KeyCode.F5),
                desk::stop);
    }

    private static Command resumeWithChanges(RunDesk desk, ShellActions shell) {
        return when(
                desk,
                s -> s.trainer() == Standing.Trainer.NOBODY,
                "resume-changed",
                "Resume with changes…",
                "Resume with other steps, learning rate, distillation weight or intervals",
                Icons.EXPLORE,
                shift(KeyCode.F6),
                shell::resumeWithChanges);
    }

    private static Command export(ShellActions shell, ObservableBooleanValue canExport) {
        return new Command(
                "export-page",
                "Export…",
                "Write what this page shows to a file",
                Icons.EXPORT,
                ctrl(KeyCode.E),
                canExport,
                shell::export);
    }

    private static Command report(RunDesk desk, ShellActions shell) {
        return new Command(
                "report",
                "Report",
                "Measure this run where need be, and write its report",
                Icons.REPORT,
                ctrl(KeyCode.R),
                Bindings.createBooleanBinding(() -> desk.run().get().isPresent(), desk.run()),
                shell::report);
    }

    private static Command images(RunDesk desk, ShellActions shell) {
        return new Command(
                "images",
                "Its images",
                "Look at the images that this run learns",
                Icons.DATASET,
                ctrl(KeyCode.L),
                Bindings.createBooleanBinding(() -> desk.run().get().isPresent(), desk.run()),
                shell::itsImages);
    }

    private static Command theme(ShellActions shell) {
        return always(
                "theme",
                "Light or dark",
                "Change between the light and the dark theme",
                Icons.DARK,
                ctrl(KeyCode.D),
                shell::toggleTheme);
    }

    private static Command engine(ShellActions shell) {
        return always(
                "engine",
                "Engine",
                "Version, device, threads and memory",
                Icons.ENGINE,
                ctrl(KeyCode.I),
                shell::showEngine);
    }

    private static Command shortcuts(ShellActions shell) {
        return always(
                "shortcuts",
                "Keyboard shortcuts",
                "All keys at a glance",
                Icons.KEYBOARD,
                key(KeyCode.F1),
                shell::showShortcuts);
    }

    private static Command about(ShellActions shell) {
        return always(
                "about",
                "About SlimGAN Explorer",
                "Version and license",
                Icons.INFO,
                Optional.empty(),
                shell::showAbout);
    }

    private static Command quit(ShellActions shell) {
        return always(
                "quit",
                "Quit",
                "Close the window; a run in training is saved first",
                Icons.CLOSE,
                ctrl(KeyCode.Q),
                shell::close);
    }

    private static Command always(
            String id, String text, String hint, Icons icon, Optional<KeyCombination> keys, Runnable action) {
        return new Command(id, text, hint, icon, keys, ALWAYS, action);
    }

    private static Command when(
            RunDesk desk,
            Predicate<Standing> enabled,
            String id,
            String text,
            String hint,
            Icons icon,
            Optional<KeyCombination> keys,
            Runnable action) {
        BooleanBinding makesSense =
                Bindings.createBooleanBinding(() -> enabled.test(desk.standing().get()), desk.standing());
        return new Command(id, text, hint, icon, keys, makesSense, action);
    }

    private static Optional<KeyCombination> ctrl(KeyCode code) {
        return Optional.of(new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN));
    }

    private static Optional<KeyCombination> shift(KeyCode code) {
        return Optional.of(new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN));
    }

    private static Optional<KeyCombination> key(KeyCode code) {
        return Optional.of(new KeyCodeCombination(code));
    }
}
