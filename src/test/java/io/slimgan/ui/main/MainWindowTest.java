package io.slimgan.ui.main;

import static io.slimgan.ui.ShownPage.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunLock;
import io.slimgan.runs.events.EventWriter;
import io.slimgan.runs.watches.WatchKind;
import io.slimgan.runs.watches.WatchMark;
import io.slimgan.session.Problem;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.FakeTrainingSession;
import io.slimgan.ui.FxWait;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.controlsfx.control.StatusBar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class MainWindowTest {

    @TempDir
    Path settings;

    @TempDir
    Path workspace;

    private final FakeEngineRoom room = new FakeEngineRoom();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeFilePicker files = new FakeFilePicker();

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @SuppressWarnings("NullAway.Init")
    private MainWindow window;

    @Start
    void start(Stage given) {
        stage = given;
        window = ShownWindow.show(stage, room, dialogs, files, settings, workspace);
    }

    @AfterEach
    void hide(FxRobot robot) {
        robot.interact(stage::hide);
    }

    private static boolean enabled(FxRobot robot, String id) {
        return !robot.lookup(id).query().isDisabled();
    }

    private static boolean isThere(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    private FakeTrainingSession startQuickRun(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.N);
        FxWait.until(() -> isThere(robot, "#start-run") && enabled(robot, "#start-run"));
        TextField name = robot.lookup("#run-name-field").query();
        TextField steps = robot.lookup("#field-training-steps").query(); // the preset's own number is free to change
        robot.interact(() -> {
            name.setText("first");
            steps.setText("900");
        });
        FxWait.until(() -> enabled(robot, "#start-run"));
        robot.clickOn("#start-run");
        FxWait.until(() -> text(robot, "#run-name").equals("first") && enabled(robot, "#pause"));
        return room.session(workspace.resolve("first").toAbsolutePath());
    }

    private WindowMemory remembered() {
        return new WindowMemoryFile(settings).memory();
    }

    @Test
    void withoutARunOnlyNewAndOpenMakeSense(FxRobot robot) {
        for (String id : new String[] {"#start", "#pause", "#step", "#save", "#stop", "#export-page"}) {
            assertThat(enabled(robot, id)).as(id).isFalse();
        }
        assertThat(enabled(robot, "#new-run")).isTrue();
        assertThat(enabled(robot, "#open-run")).isTrue();
    }

    @Test
    void aRunIsTrainedFromTheToolBar(FxRobot robot) {
        FakeTrainingSession session = startQuickRun(robot);
        assertThat(stage.getTitle()).startsWith("first");
        assertThat(enabled(robot, "#step")).as("no single step while it runs").isFalse();

        robot.clickOn("#pause");
        FxWait.until(() -> enabled(robot, "#step") && text(robot, "#run-state").equals("Paused"));
        robot.clickOn("#step").clickOn("#save").clickOn("#start");
        FxWait.until(() -> enabled(robot, "#pause"));
        robot.clickOn("#stop");
        FxWait.until(() -> text(robot, "#run-state").equals("Stopped"));

        assertThat(session.commands()).containsExactly("pause", "stepOnce", "saveNow", "resume", "stop");
        assertThat(text(robot, "#status-step")).isEqualTo("step 1 / 900");
        assertThat(enabled(robot, "#stop")).isFalse();
        assertThat(text(robot, "#start")).isEqualTo("Resume");
    }

    @Test
    void keysDoWhatTheMenusSay(FxRobot robot) {
        FakeTrainingSession session = startQuickRun(robot);

        robot.type(KeyCode.F6);
        FxWait.until(() -> enabled(robot, "#step"));
        robot.type(KeyCode.F10);
        robot.push(KeyCode.CONTROL, KeyCode.S);
        robot.type(KeyCode.F5);
        FxWait.until(() -> enabled(robot, "#pause"));
        robot.push(KeyCode.SHIFT, KeyCode.F5);

        assertThat(session.commands()).containsExactly("pause", "stepOnce", "saveNow", "resume", "stop");
    }

    @Test
    void aRunsImagesAreLookedAtByAKey(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.L);
        assertThat(room.opened()).as("no run, no images").isEmpty();
        FakeTrainingSession session = startQuickRun(robot);

        robot.push(KeyCode.CONTROL, KeyCode.L);

        assertThat(room.opened())
                .containsExactly(RunFolder.open(session.folder()).settings().data());
        assertThat(isThere(robot, "#dataset")).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        assertThat(isThere(robot, "#dataset")).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT7);
        assertThat(isThere(robot, "#dataset")).isTrue();
    }

    @Test
    void theSpaceBarPausesUnlessAControlNeedsIt(FxRobot robot) {
        FakeTrainingSession session = startQuickRun(robot);
        robot.interact(() -> stage.getScene().getRoot().requestFocus());
        robot.type(KeyCode.SPACE);
        FxWait.until(() -> enabled(robot, "#step"));

        robot.push(KeyCode.CONTROL, KeyCode.N);
        robot.clickOn("#run-name-field").type(KeyCode.SPACE);

        assertThat(session.commands()).containsExactly("pause");
    }

    @Test
    void theStatusBarTellsStepSpeedTimeDeviceAndMemory(FxRobot robot) {
        startQuickRun(robot).advance(300);

        FxWait.until(() -> text(robot, "#status-step").equals("step 300 / 900"));
        assertThat(text(robot, "#status-speed")).isEqualTo("4.00 steps/s");
        assertThat(text(robot, "#status-left")).isEqualTo("ETA 2 min 30 s");
        assertThat(text(robot, "#status-device")).isEqualTo("CPU, 2 threads");
        assertThat(text(robot, "#status-memory")).isEqualTo("1.20 GiB");
    }

    @Test
    void aFailureIsOneLineWithDetailsAndTheWindowStays(FxRobot robot) {
        FakeTrainingSession session = startQuickRun(robot);
        Problem problem = new Problem("The loss at width 0.25 is not a number.", "the trace");
        session.fail(RunState.PAUSED, problem);
        FxWait.until(() -> isThere(robot, "#problem-line"));
        assertThat(text(robot, "#problem-sentence")).isEqualTo(problem.sentence());

        robot.clickOn("#problem-details-button");
        assertThat(dialogs.problems()).containsExactly(problem);
        robot.clickOn("#problem-dismiss");
        assertThat(isThere(robot, "#problem-line")).isFalse();

        Problem next = new Problem("The disk is full.", "");
        session.fail(RunState.PAUSED, next);
        FxWait.until(() -> isThere(robot, "#problem-line"));
        robot.clickOn("#start");
        FxWait.until(() -> !isThere(robot, "#problem-line"));
    }

    @Test
    void aStartThatFailsIsToldAndTheFormStays(FxRobot robot) {
        room.failStart(new UserError("The disk is full; choose another workspace."));
        robot.push(KeyCode.CONTROL, KeyCode.N);
        FxWait.until(() -> isThere(robot, "#start-run") && enabled(robot, "#start-run"));

        robot.clickOn("#start-run");

        FxWait.until(() -> !dialogs.problems().isEmpty());
        assertThat(dialogs.problems().get(0).sentence()).isEqualTo("The disk is full; choose another workspace.");
        FxWait.until(() -> isThere(robot, "#start-run") && enabled(robot, "#start-run"));
    }

    @Test
    void closingWhileTrainingAsksSavesAndStops(FxRobot robot) {
        FakeTrainingSession session = startQuickRun(robot);
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(dialogs.asked()).containsExactly("A run is training");
        assertThat(stage.isShowing()).as("cancelled").isTrue();
        assertThat(session.commands()).isEmpty();

        dialogs.answer("Stop, save and close");
        robot.push(KeyCode.CONTROL, KeyCode.Q);

        FxWait.until(() -> !stage.isShowing());
        assertThat(session.commands()).contains("close");
        assertThat(session.status().state()).isEqualTo(RunState.STOPPED);
        assertThat(remembered().lastRun()).contains(workspace.resolve("first").toAbsolutePath());
    }

    @Test
    void closingWithoutARunAsksNothing(FxRobot robot) {
        robot.interact(() -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));

        FxWait.until(() -> !stage.isShowing());
        assertThat(dialogs.asked()).isEmpty();
        assertThat(window.isTicking()).as("a closed window has no timer").isFalse();
    }

    @Test
    void themeAndPageAreRemembered(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.D);
        assertThat(remembered().dark()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);

        robot.interact(window::close);

        FxWait.until(() -> !stage.isShowing());
        assertThat(remembered().lastPage()).isNotEmpty().isNotEqualTo("Runs");
        assertThat(remembered().place()).isPresent();
    }

    @Test
    void aRunThatAnotherProcessWritesIsOnlyWatched(FxRobot robot) {
        RunFolder run = RunFolder.create(workspace, "theirs", FakeSettings.small());
        try (RunLock lock = run.lock()) {
            assertThat(lock).isNotNull();
            robot.interact(() -> window.open(run.path()));

            FxWait.until(() -> text(robot, "#run-state").equals("Watching"));
            assertThat(enabled(robot, "#start")).isFalse();
            assertThat(enabled(robot, "#pause")).isFalse();
            assertThat(enabled(robot, "#stop")).isFalse();

            WatchMark noticed = new WatchMark(WatchKind.DRIFT, "0.25", 40, 3);
            try (EventWriter log = EventWriter.open(run.path())) {
                log.scalar(noticed.tag(), noticed.step(), noticed.value());
            }
            StatusBar status = robot.lookup("#status-bar").query();
            FxWait.until(() -> status.getText().equals("Noticed at step 40: " + noticed.sentence()));
        }
        FxWait.until(() -> text(robot, "#run-state").equals("Stopped"));
        assertThat(robot.lookup("#status-bar").<StatusBar>query().getText()).isEqualTo("Stopped");
        assertThat(enabled(robot, "#start")).isTrue();
    }

    @Test
    void aStoppedRunIsResumedWithOtherSettings(FxRobot robot) {
        RunFolder run = RunFolder.create(workspace, "old", FakeSettings.small());
        robot.interact(() -> window.open(run.path()));
        FxWait.until(() -> text(robot, "#run-state").equals("Stopped") && enabled(robot, "#start"));

        dialogs.answer("Resume");
        robot.push(KeyCode.SHIFT, KeyCode.F6);

        FxWait.until(() -> enabled(robot, "#pause"));
        assertThat(dialogs.asked()).containsExactly("Resume “old”");
    }

    @Test
    void aSecondRunAsksToStopTheFirst(FxRobot robot) {
        FakeTrainingSession first = startQuickRun(robot);
        RunFolder second = RunFolder.create(workspace, "second", FakeSettings.small());
        robot.interact(() -> window.open(second.path()));
        FxWait.until(() -> text(robot, "#run-name").equals("second") && enabled(robot, "#start"));
        assertThat(first.status().state())
                .as("looking at another run stops nothing")
                .isEqualTo(RunState.RUNNING);

        robot.clickOn("#start");
        FxWait.until(() -> dialogs.asked().contains("Another run is training"));
        assertThat(first.status().state()).isEqualTo(RunState.RUNNING);

        dialogs.answer("Stop, save and go on");
        robot.clickOn("#start");
        FxWait.until(() -> enabled(robot, "#pause"));
        assertThat(first.status().state()).isEqualTo(RunState.STOPPED);
    }

    @Test
    void aFolderThatIsNoRunIsTold(FxRobot robot) throws IOException {
        files.choose(Files.createDirectories(workspace.resolve("nothing")));

        robot.clickOn("#open-run");

        FxWait.until(() -> !dialogs.problems().isEmpty());
        assertThat(dialogs.problems().get(0).sentence()).contains("is no run");
    }

    @Test
    void theEnginePanelAndHelpAreDialogs(FxRobot robot) {
        robot.push(KeyCode.CONTROL, KeyCode.I);
        robot.type(KeyCode.F1);
        assertThat(dialogs.asked()).containsExactly("Engine", "Keyboard shortcuts");

        room.failEngine(new IllegalStateException("no native library"));
        robot.clickOn("#engine");
        FxWait.until(() -> !dialogs.problems().isEmpty());
        assertThat(dialogs.problems().get(0).sentence()).contains("no native library");
        assertThat(dialogs.problems().get(0).details()).contains("IllegalStateException");
    }

    @Test
    void nothingIsCutOffAtTheSmallestSize(FxRobot robot) {
        startQuickRun(robot);
        robot.interact(() -> {
            stage.setWidth(stage.getMinWidth());
            stage.setHeight(stage.getMinHeight());
        });
        FxWait.until(() -> Math.abs(stage.getWidth() - stage.getMinWidth()) < 2);

        for (String id : new String[] {"#new-run", "#start", "#stop", "#theme", "#run-state", "#status-memory"}) {
            Node node = robot.lookup(id).query();
            assertThat(node.localToScene(node.getBoundsInLocal()).getMaxX())
                    .as(id)
                    .isLessThanOrEqualTo(stage.getScene().getWidth() + 0.5);
        }
        assertThat(robot.lookup("#tool-bar").lookup(".tool-bar-overflow-button").<Node>queryAll())
                .allMatch(node -> !node.isVisible());
        Button stop = robot.lookup("#stop").query();
        assertThat(stop.getWidth()).isGreaterThanOrEqualTo(stop.prefWidth(-1) - 0.5);
    }
}
