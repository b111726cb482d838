package io.slimgan.ui.runs;

import static io.slimgan.ui.ShownPage.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.RunLock;
import io.slimgan.runs.queue.QueueEntry;
import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.RunQueue;
import io.slimgan.runs.queue.SweepRun;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.FxWait;
import io.slimgan.ui.ShownPage;
import io.slimgan.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class QueuePanelTest {

    @TempDir
    Path workspace;

    @TempDir
    Path configurations;

    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeFilePicker files = new FakeFilePicker();
    private final List<String> asked = new ArrayList<>();
    private volatile boolean armed;

    @SuppressWarnings("NullAway.Init")
    private RunsPane pane;

    @Start
    void start(Stage stage) {
        pane = new RunsPane(new Recorder(), new FakeEngineRoom(), dialogs, files, ForkJoinPool.commonPool());
        ShownPage.show(stage, Theme.LIGHT, pane, 1180, 650);
    }

    private final class Recorder implements RunsPane.Handler {

        @Override
        public Path workspace() {
            return workspace;
        }

        @Override
        public void chooseWorkspace(Path folder) {}

        @Override
        public void newRun() {}

        @Override
        public void open(Path folder) {
            asked.add("open " + folder.getFileName());
        }

        @Override
        public void startQueue() {
            asked.add("start");
        }

        @Override
        public void pauseQueue() {
            asked.add("pause");
        }

        @Override
        public boolean queueIsArmed() {
            return armed;
        }

        @Override
        public void resume(Path folder) {}

        @Override
        public void moved(Path from, Optional<Path> to) {}
    }

    private void queue(String... names) {
        RunQueue.of(workspace)
                .add(Arrays.stream(names)
                        .map(name -> new SweepRun(name, "/somewhere/" + name + ".yaml", FakeSettings.small()))
                        .toList());
    }

    private static QueueTable table(FxRobot robot) {
        return robot.lookup("#queue-table").queryAs(QueueTable.class);
    }

    private void untilShown(FxRobot robot, String... nameAndWords) {
        FxWait.until(() -> {
            pane.tick();
            return table(robot).getItems().stream()
                    .map(row -> row.name() + " " + row.words())
                    .toList()
                    .equals(List.of(nameAndWords));
        });
    }

    private static void select(FxRobot robot, String name) {
        robot.interact(() -> table(robot).select(name));
    }

    private static boolean disabled(FxRobot robot, String id) {
        return robot.lookup(id).query().isDisabled();
    }

    @Test
    void anEmptyQueueSaysHowItIsFilled(FxRobot robot) {
        assertThat(text(robot, "#queue-empty")).contains("Nothing is queued", "slimgan train");
        assertThat(table(robot).isVisible()).isFalse();
        assertThat(robot.lookup("#queue-folder").query().isVisible()).isTrue();
    }

    @Test
    void whatAnotherProcessQueuesAppearsInItsOrder(FxRobot robot) {
        queue("first", "second");
        untilShown(robot, "first Next", "second Waits, 2");
        assertThat(text(robot, "#queue-summary")).isEqualTo("2 waiting · not started");
        assertThat(text(robot, "#queue-start")).isEqualTo("Start queue");

        RunLock lock = RunQueue.of(workspace).own();
        RunQueue.of(workspace).note("first", QueueState.RUNNING, "");
        untilShown(robot, "first Training", "second Next");
        assertThat(text(robot, "#queue-summary")).isEqualTo("1 training, 1 waiting");
        assertThat(text(robot, "#queue-start")).isEqualTo("Pause queue");

        RunQueue.of(workspace).note("first", QueueState.FAILED, "The loss is NaN at step 7.");
        untilShown(robot, "first Failed", "second Next");
        FxWait.until(() -> robot.lookup("The loss is NaN at step 7.").tryQuery().isPresent());
        lock.close();
    }

    @Test
    void turnsAreChangedByButtonsAndKeys(FxRobot robot) {
        queue("a", "b", "c");
        untilShown(robot, "a Next", "b Waits, 2", "c Waits, 3");
        assertThat(disabled(robot, "#queue-up")).as("nothing is selected").isTrue();

        select(robot, "c");
        robot.clickOn("#queue-up");
        untilShown(robot, "a Next", "c Waits, 2", "b Waits, 3");
        assertThat(table(robot).selected().map(QueueRow::name)).contains("c");
        robot.interact(() -> table(robot).requestFocus());
        robot.press(KeyCode.ALT).type(KeyCode.UP).release(KeyCode.ALT);
        untilShown(robot, "c Next", "a Waits, 2", "b Waits, 3");
        robot.press(KeyCode.ALT).type(KeyCode.DOWN).release(KeyCode.ALT);
        untilShown(robot, "a Next", "c Waits, 2", "b Waits, 3");
    }

    @Test
    void takingOutCanBeUndone(FxRobot robot) {
        queue("a", "b", "c");
        untilShown(robot, "a Next", "b Waits, 2", "c Waits, 3");
        select(robot, "b");
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.DELETE);
        untilShown(robot, "a Next", "c Waits, 2");
        FxWait.until(() -> robot.lookup("#undo").query().isVisible());
        robot.clickOn("#undo");
        untilShown(robot, "a Next", "b Waits, 2", "c Waits, 3");
    }

    @Test
    void whatTrainsStaysAndWhatHasEndedIsCleared(FxRobot robot) {
        queue("a", "b", "c");
        RunLock lock = RunQueue.of(workspace).own();
        RunQueue.of(workspace).note("a", QueueState.COMPLETE, "");
        RunQueue.of(workspace).note("b", QueueState.RUNNING, "");
        untilShown(robot, "a Complete", "b Training", "c Next");
        select(robot, "b");
        assertThat(disabled(robot, "#queue-remove")).isTrue();
        assertThat(disabled(robot, "#queue-up")).isTrue();
        robot.clickOn("#queue-clear");
        untilShown(robot, "b Training", "c Next");
        assertThat(disabled(robot, "#queue-clear")).isTrue();
        lock.close();
    }

    @Test
    void theQueueIsStartedAndPaused(FxRobot robot) {
        queue("a");
        untilShown(robot, "a Next");
        robot.clickOn("#queue-start");
        armed = true;
        FxWait.until(() -> {
            pane.tick();
            return text(robot, "#queue-start").equals("Pause queue");
        });
        robot.clickOn("#queue-start");
        assertThat(asked).containsExactly("start", "pause");
        RunQueue.of(workspace).pause(true);
        FxWait.until(() -> {
            pane.tick();
            return text(robot, "#queue-start").equals("Start queue")
                    && text(robot, "#queue-summary").equals("1 waiting · paused");
        });
    }

    @Test
    void aFolderIsQueuedWithSeeds(FxRobot robot) throws IOException {
        Files.writeString(configurations.resolve("x.yaml"), "training: {steps: 5}\n");
        Files.writeString(configurations.resolve("y.yaml"), "training: {steps: 6}\n");
        files.choose(configurations);
        dialogs.answer("0, 1");
        robot.clickOn("#queue-folder");
        untilShown(robot, "x-seed0 Next", "x-seed1 Waits, 2", "y-seed0 Waits, 3", "y-seed1 Waits, 4");
        assertThat(RunQueue.of(workspace).view().entries())
                .extracting(QueueEntry::steps)
                .containsExactly(5L, 5L, 6L, 6L);
    }

    @Test
    void aFolderWithMistakesIsNotQueuedAndAllAreTold(FxRobot robot) throws IOException {
        Files.writeString(configurations.resolve("x.yaml"), "training: {steps: 0}\n");
        Files.writeString(configurations.resolve("y.yaml"), "training: {stepps: 6}\n");
        files.choose(configurations);
        dialogs.answer("own");
        robot.clickOn("#queue-folder");
        FxWait.until(() -> !dialogs.problems().isEmpty());
        assertThat(dialogs.problems().get(0).sentence())
                .contains("x.yaml:1: training.steps")
                .contains("And 1 more");
        assertThat(dialogs.problems().get(0).details()).contains("y.yaml:1: unknown setting training.stepps");
        assertThat(RunQueue.of(workspace).view().entries()).isEmpty();
    }

    @Test
    void aListFileIsQueuedUnlessItIsMeantForAnotherWorkspace(FxRobot robot) throws IOException {
        Files.writeString(configurations.resolve("x.yaml"), "training: {steps: 5}\n");
        Path list = Files.writeString(configurations.resolve("list.yaml"), "configurations: [x.yaml]\nseeds: [3, 4]\n");
        robot.interact(() -> pane.queue(list));
        untilShown(robot, "x-seed3 Next", "x-seed4 Waits, 2");

        Path other = Files.writeString(
                configurations.resolve("other.yaml"), "configurations: [x.yaml]\nworkspace: elsewhere\n");
        robot.interact(() -> pane.queue(other));
        FxWait.until(() -> !dialogs.problems().isEmpty());
        assertThat(dialogs.problems().get(0).sentence())
                .contains("names the workspace " + configurations.resolve("elsewhere"));
        assertThat(RunQueue.of(workspace).view().entries()).hasSize(2);
    }

    @Test
    void aDamagedQueueIsToldAndHidesNoRun(FxRobot robot) throws IOException {
        queue("a");
        Files.writeString(workspace.resolve(".queue/queue.json"), "{");
        FxWait.until(() -> {
            pane.tick();
            return text(robot, "#queue-empty").contains("queue.json is damaged");
        });
        assertThat(robot.lookup("#first-run").tryQuery()).isPresent();
    }

    @Test
    void enterOpensTheSelectedRun(FxRobot robot) {
        queue("a");
        untilShown(robot, "a Next");
        select(robot, "a");
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.ENTER);
        assertThat(asked).containsExactly("open a");
    }
}
