package io.slimgan.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.RunFolder;
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
class RunsPaneTest {

    @TempDir
    Path workspace;

    @TempDir
    Path otherWorkspace;

    private final FakeEngineRoom room = new FakeEngineRoom();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeFilePicker files = new FakeFilePicker();
    private final List<String> asked = new ArrayList<>();
    private Optional<Path> chosen = Optional.empty();

    @SuppressWarnings("NullAway.Init")
    private RunsPane pane;

    @Start
    void start(Stage stage) {
        pane = new RunsPane(new Recorder(), room, dialogs, files, ForkJoinPool.commonPool());
        ShownPage.show(stage, Theme.LIGHT, pane, 1180, 650);
    }

    private final class Recorder implements RunsPane.Handler {

        @Override
        public Path workspace() {
            return chosen.orElse(workspace);
        }

        @Override
        public void chooseWorkspace(Path folder) {
            chosen = Optional.of(folder);
        }

        @Override
        public void newRun() {
            asked.add("new");
        }

        @Override
        public void open(Path folder) {
            asked.add("open " + folder.getFileName());
        }

        @Override
        public void startQueue() {
            asked.add("start queue");
        }

        @Override
        public void pauseQueue() {
            asked.add("pause queue");
        }

        @Override
        public boolean queueIsArmed() {
            return false;
        }

        @Override
        public void resume(Path folder) {
            asked.add("resume " + folder.getFileName());
        }

        @Override
        public void moved(Path from, Optional<Path> to) {
            asked.add("moved " + from.getFileName()
                    + to.map(t -> " to " + t.getFileName()).orElse(""));
        }
    }

    private RunTable table(FxRobot robot) {
        return robot.lookup("#run-table").queryAs(RunTable.class);
    }

    private void untilListed(FxRobot robot, String... names) {
        FxWait.until(() -> {
            pane.tick();
            return robot.lookup("#run-table").tryQuery().isPresent()
                    && table(robot).getItems().stream()
                            .map(RunRow::name)
                            .sorted()
                            .toList()
                            .equals(List.of(names));
        });
    }

    private void select(FxRobot robot, String name) {
        robot.interact(() -> table(robot).select(workspace.resolve(name).toAbsolutePath()));
    }

    @Test
    void anEmptyWorkspaceInvitesToTheFirstRun(FxRobot robot) {
        FxWait.until(() -> {
            pane.tick();
            return robot.lookup("#first-run").tryQuery().isPresent();
        });

        robot.clickOn("#first-run");

        assertThat(asked).containsExactly("new");
    }

    @Test
    void runsThatAppearAreListedWithTheirState(FxRobot robot) throws IOException {
        RunFolder.create(workspace, "asleep", FakeSettings.small());
        room.trainingRun(workspace, "live", FakeSettings.small());
        room.session(workspace.resolve("live").toAbsolutePath()).advance(42);
        Files.createDirectories(workspace.resolve("broken"));
        Files.writeString(workspace.resolve("broken").resolve("run.yaml"), "schema: 99");

        untilListed(robot, "asleep", "broken", "live");

        FxWait.until(() -> robot.lookup("Stopped").tryQuery().isPresent());
        FxWait.until(() -> robot.lookup("Training").tryQuery().isPresent());
        FxWait.until(() -> robot.lookup("Unreadable").tryQuery().isPresent());
        FxWait.until(() -> robot.lookup("42 / 1,000").tryQuery().isPresent());
        RunFolder.create(workspace, "later", FakeSettings.small());
        untilListed(robot, "asleep", "broken", "later", "live");
    }

    @Test
    void onlyWhatMakesSenseCanBeDone(FxRobot robot) {
        RunFolder.create(workspace, "asleep", FakeSettings.small());
        room.trainingRun(workspace, "live", FakeSettings.small());
        untilListed(robot, "asleep", "live");
        assertThat(robot.lookup("#runs-open").query().isDisabled())
                .as("nothing is selected")
                .isTrue();

        select(robot, "live");
        assertThat(robot.lookup("#runs-open").query().isDisabled()).isFalse();
        assertThat(robot.lookup("#runs-resume").query().isDisabled()).isTrue();
        assertThat(robot.lookup("#runs-delete").query().isDisabled()).isTrue();

        select(robot, "asleep");
        assertThat(robot.lookup("#runs-resume").query().isDisabled()).isFalse();
        robot.clickOn("#runs-resume").clickOn("#runs-open").clickOn("#runs-folder");
        assertThat(asked).containsExactly("resume asleep", "open asleep");
        assertThat(files.revealed()).containsExactly(workspace.resolve("asleep").toAbsolutePath());
    }

    @Test
    void enterOpensTheSelectedRun(FxRobot robot) {
        RunFolder.create(workspace, "asleep", FakeSettings.small());
        untilListed(robot, "asleep");
        select(robot, "asleep");

        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.ENTER);

        assertThat(asked).containsExactly("open asleep");
    }

    @Test
    void deletingAsksAndCanBeUndone(FxRobot robot) {
        RunFolder.create(workspace, "asleep", FakeSettings.small());
        RunFolder.create(workspace, "other", FakeSettings.small());
        untilListed(robot, "asleep", "other");
        select(robot, "asleep");
        robot.clickOn("#runs-delete");
        assertThat(dialogs.asked()).containsExactly("Delete the run");
        assertThat(workspace.resolve("asleep")).as("not without a yes").exists();

        dialogs.answer("Delete");
        robot.clickOn("#runs-delete");

        untilListed(robot, "other");
        assertThat(asked).containsExactly("moved asleep");
        FxWait.until(() -> robot.lookup("#undo").query().isVisible());
        robot.clickOn("#undo");
        untilListed(robot, "asleep", "other");
        assertThat(RunFolder.open(workspace.resolve("asleep")).settings()).isEqualTo(FakeSettings.small());
    }

    @Test
    void renamingTellsTheShellAndWhatGoesWrong(FxRobot robot) {
        RunFolder.create(workspace, "asleep", FakeSettings.small());
        untilListed(robot, "asleep");
        select(robot, "asleep");
        dialogs.answer("bad/name");
        robot.clickOn("#runs-rename");
        FxWait.until(() -> !dialogs.problems().isEmpty());
        assertThat(dialogs.problems().get(0).sentence()).contains("bad/name");

        dialogs.answer("awake");
        robot.clickOn("#runs-rename");

        untilListed(robot, "awake");
        assertThat(asked).containsExactly("moved asleep to awake");
    }

    @Test
    void anotherWorkspaceIsReadAtOnce(FxRobot robot) {
        RunFolder.create(workspace, "here", FakeSettings.small());
        RunFolder.create(otherWorkspace, "there", FakeSettings.small());
        untilListed(robot, "here");
        files.choose(otherWorkspace);

        robot.clickOn("#choose-workspace");

        untilListed(robot, "there");
        assertThat(robot.lookup("#workspace").queryLabeled().getText()).isEqualTo(otherWorkspace.toString());
    }
}
