package io.slimgan.ui.main;

import static io.slimgan.ui.ShownPage.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.runs.RunLock;
import io.slimgan.runs.queue.RunQueue;
import io.slimgan.runs.queue.SweepRun;
import io.slimgan.session.Problem;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.FakeTrainingSession;
import io.slimgan.ui.FxWait;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window works the queue off. */
@ExtendWith(ApplicationExtension.class)
class QueueDeskTest {

    @TempDir
    Path settings;

    @TempDir
    Path workspace;

    private final FakeEngineRoom room = new FakeEngineRoom();
    private final FakeDialogs dialogs = new FakeDialogs();

    @SuppressWarnings("NullAway.Init")
    private Stage stage;

    @Start
    void start(Stage given) {
        stage = given;
        ShownWindow.show(stage, room, dialogs, new FakeFilePicker(), settings, workspace);
    }

    @AfterEach
    void hide(FxRobot robot) {
        robot.interact(() -> {
            stage.setIconified(false); // the stage outlives the test
            stage.hide();
        });
    }

    private void queue(String... names) {
        RunQueue.of(workspace)
                .add(Arrays.stream(names)
                        .map(name -> new SweepRun(name, "", FakeSettings.small()))
                        .toList());
    }

    private List<String> states() {
        return RunQueue.of(workspace).view().entries().stream()
                .map(entry -> entry.name() + " " + entry.state())
                .toList();
    }

    private void untilStates(String... states) {
        FxWait.until(() -> states().equals(List.of(states)));
    }

    private FakeTrainingSession session(String name) {
        Path folder = workspace.resolve(name).toAbsolutePath();
        FxWait.until(() -> Files.exists(folder.resolve("run.yaml"))
                && room.sessionOf(folder).isPresent());
        return room.session(folder);
    }

    private void startQueue(FxRobot robot) {
        FxWait.until(() -> !robot.lookup("#queue-start").query().isDisabled()
                && text(robot, "#queue-start").equals("Start queue"));
        robot.clickOn("#queue-start");
    }

    @Test
    void runsBeginOneAfterTheOtherAndComeIntoView(FxRobot robot) {
        queue("a", "b");
        robot.sleep(1200);
        assertThat(states()).as("nothing trains unasked").containsExactly("a WAITING", "b WAITING");

        startQueue(robot);
        FakeTrainingSession first = session("a");
        untilStates("a RUNNING", "b WAITING");
        FxWait.until(() -> text(robot, "#run-name").equals("a"));
        first.advance(Long.MAX_VALUE);
        FakeTrainingSession second = session("b");
        untilStates("a COMPLETE", "b RUNNING");
        FxWait.until(() -> text(robot, "#run-name").equals("b"));
        second.advance(Long.MAX_VALUE);

        untilStates("a COMPLETE", "b COMPLETE");
        FxWait.until(() -> RunQueue.of(workspace).view().owner().isEmpty());
    }

    @Test
    void failuresAreNotedAndTheNextBegins(FxRobot robot) {
        queue("a", "b", "c");
        startQueue(robot);
        session("a").fail(RunState.PAUSED, new Problem("The loss is NaN at step 7.", ""));
        session("b").fail(RunState.FAILED, new Problem("data_batch_2.bin is missing.", "", true));
        session("c");
        untilStates("a FAILED", "b FAILED", "c RUNNING");
        assertThat(RunQueue.of(workspace).view().entries().get(0).note()).isEqualTo("The loss is NaN at step 7.");
        assertThat(session("c").status().state()).isEqualTo(RunState.RUNNING);
    }

    @Test
    void aRunThatTheUserStopsStopsTheQueueWithIt(FxRobot robot) {
        queue("a", "b");
        startQueue(robot);
        FakeTrainingSession first = session("a");
        FxWait.until(() -> !robot.lookup("#stop").query().isDisabled());
        robot.clickOn("#stop");
        untilStates("a WAITING", "b WAITING");
        robot.sleep(1200);
        assertThat(first.status().state()).isEqualTo(RunState.STOPPED);
        untilStates("a WAITING", "b WAITING");

        startQueue(robot);
        untilStates("a RUNNING", "b WAITING");
    }

    @Test
    void aPausedQueueLetsItsRunEndAndBeginsNoOther(FxRobot robot) {
        queue("a", "b");
        startQueue(robot);
        FakeTrainingSession first = session("a");
        FxWait.until(() -> text(robot, "#queue-start").equals("Pause queue"));
        robot.clickOn("#queue-start");
        FxWait.until(() -> RunQueue.of(workspace).view().paused());
        assertThat(first.status().state()).isEqualTo(RunState.RUNNING);
        first.advance(Long.MAX_VALUE);
        untilStates("a COMPLETE", "b WAITING");
        robot.sleep(1200);
        untilStates("a COMPLETE", "b WAITING");
        FxWait.until(() -> RunQueue.of(workspace).view().owner().isEmpty());
    }

    @Test
    void whenARunOfThisWindowEndsTheQueueBegins(FxRobot robot) {
        FakeTrainingSession mine = startByHand(robot);
        queue("a");
        robot.sleep(1200);
        untilStates("a WAITING");
        mine.advance(Long.MAX_VALUE);
        session("a");
        untilStates("a RUNNING");
    }

    @Test
    void aRunOfThisWindowThatIsStoppedBeginsNothing(FxRobot robot) {
        FakeTrainingSession mine = startByHand(robot);
        queue("a");
        robot.sleep(700);
        mine.stop();
        robot.sleep(3200);
        untilStates("a WAITING");
    }

    @Test
    void theQueueGoesOnWhileTheWindowIsMinimised(FxRobot robot) {
        queue("a", "b");
        startQueue(robot);
        FakeTrainingSession first = session("a");
        robot.interact(() -> stage.setIconified(true));
        first.advance(Long.MAX_VALUE);
        session("b");
        untilStates("a COMPLETE", "b RUNNING");
    }

    @Test
    void whatAnotherProcessWorksOffIsLeftToItUntilItEnds(FxRobot robot) {
        queue("a");
        RunLock elsewhere = RunQueue.of(workspace).own();
        FxWait.until(() -> text(robot, "#queue-start").equals("Pause queue"));
        robot.clickOn("#queue-start");
        startQueue(robot);
        robot.sleep(1200);
        untilStates("a WAITING");
        elsewhere.close();
        session("a");
        untilStates("a RUNNING");
        assertThat(dialogs.problems()).isEmpty();
    }

    @Test
    void closingTheWindowLeavesTheRestQueued(FxRobot robot) {
        queue("a", "b");
        startQueue(robot);
        FakeTrainingSession first = session("a");
        first.stop();
        robot.interact(stage::hide);
        untilStates("a WAITING", "b WAITING");
        assertThat(RunQueue.of(workspace).view().owner()).isEmpty();
    }

    private FakeTrainingSession startByHand(FxRobot robot) {
        robot.clickOn("#new-run");
        FxWait.until(() -> robot.lookup("#start-run")
                .tryQuery()
                .filter(node -> !node.isDisabled())
                .isPresent());
        robot.clickOn("#start-run");
        return session("quick-cpu");
    }
}
