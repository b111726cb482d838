package io.slimgan.ui.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.session.PreviewRequest;
import io.slimgan.session.PreviewRequest.Source;
import io.slimgan.session.Problem;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeImages;
import io.slimgan.ui.FakePreview;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.FxWait;
import io.slimgan.ui.ShownPage;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import io.slimgan.ui.image.ImageBlock;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ConsistencyPaneTest {

    @TempDir
    Path workspace;

    private final FakeEngineRoom room = new FakeEngineRoom();
    private final FakeDialogs dialogs = new FakeDialogs();

    @SuppressWarnings("NullAway.Init")
    private ConsistencyPane pane;

    @Start
    void start(Stage stage) {
        pane = new ConsistencyPane(dialogs, new FakeFilePicker());
        ShownPage.show(stage, Theme.LIGHT, pane, 1080, 680);
    }

    @BeforeEach
    void open(FxRobot robot) {
        OpenRun run = room.trainingRun(workspace, "quick", FakeSettings.small());
        robot.interact(() -> pane.open(run));
        assertThat(preview().requests())
                .as("nothing is asked before the pane is seen")
                .isEmpty();
        FxWait.ticking(robot, pane, () -> robot.lookup("#images-0").tryQuery().isPresent());
    }

    @Test
    void rowsAreWidthsAndColumnsAreTheirSeeds(FxRobot robot) {
        PreviewRequest request = lastRequest();
        assertThat(request.source()).isEqualTo(Source.NEWEST);
        assertThat(request.widths()).hasSize(4);
        assertThat(request.latentSeeds()).hasSize(16);
        ImageBlock images = images(robot, 0);
        assertThat(images.rows()).isEqualTo(4);
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < images.columns(); column++) {
                int expected = FakeImages.argb(request.latentSeeds().get(column), 0.25 * (row + 1), 0, 32, 16, 16);
                assertThat(colour(images, row, column, 16)).isEqualTo(expected);
            }
        }
        Label seed = robot.lookup("#seed-3").query();
        assertThat(seed.getText()).isEqualTo(Long.toString(request.latentSeeds().get(3)));
    }

    @Test
    void filesThatAreNoPictureAreLeftToTheWindow(FxRobot robot) {
        robot.interact(() -> {
            assertThat(pane.take(List.of(new File("inception.pth")))).isFalse();
            assertThat(pane.take(List.of(new File("a.png"), new File("b.png")))).isFalse();
            assertThat(pane.take(List.of(new File("grid.PNG")))).isTrue();
            pane.close();
            assertThat(pane.take(List.of(new File("grid.PNG"))))
                    .as("without a run")
                    .isFalse();
        });
    }

    @Test
    void followsTrainingAndRestsWhenSwitchedOff(FxRobot robot) {
        preview().newestStep(120);
        FxWait.ticking(robot, pane, () -> stepText(robot).equals("Step 120"));
        robot.clickOn("#live");
        preview().newestStep(240);
        int asked = preview().requests().size();
        for (int i = 0; i < 12; i++) {
            robot.interact(pane::tick);
            robot.sleep(60);
        }
        assertThat(preview().requests()).hasSize(asked);
        robot.clickOn("#draw-again");
        FxWait.ticking(robot, pane, () -> stepText(robot).equals("Step 240"));
    }

    @Test
    void asksSeldomAndNeverWhileAnAnswerIsOutstanding(FxRobot robot) {
        Spinner<Integer> columns = robot.lookup("#columns").query();
        robot.interact(() -> columns.getValueFactory().setValue(1));
        FxWait.ticking(robot, pane, () -> images(robot, 0).columns() == 1);
        int before = preview().requests().size();
        long begun = System.nanoTime();
        for (int step = 1; step <= 20; step++) {
            preview().newestStep(step);
            robot.interact(pane::tick);
            robot.sleep(50);
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        assertThat(preview().requests().size() - before).isBetween(1, (int) (2 * seconds) + 1);

        preview().hold();
        robot.clickOn("#draw-again");
        int held = preview().requests().size();
        for (int step = 21; step <= 40; step++) {
            preview().newestStep(step);
            robot.interact(pane::tick);
            robot.sleep(50);
        }
        assertThat(preview().requests()).hasSize(held);
    }

    @Test
    void newSeedsSpareLockedColumns(FxRobot robot) {
        List<Long> before = lastRequest().latentSeeds();
        robot.clickOn("#lock-2");
        robot.clickOn("#shuffle");
        FxWait.ticking(robot, pane, () -> !lastRequest().latentSeeds().equals(before));
        List<Long> after = lastRequest().latentSeeds();
        assertThat(after.get(2)).isEqualTo(before.get(2));
        assertThat(after).doesNotContain(before.get(0), before.get(1), before.get(3));
    }

    @Test
    void aSeedCanBeTypedAndAWrongOneIsNotTaken(FxRobot robot) {
        robot.clickOn("#seed-1");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("47x").type(KeyCode.ENTER);
        assertThat(robot.lookup("#seed-field").tryQuery()).isPresent();
        assertThat(shownTips(robot)).containsExactly("A seed is a whole number, such as 4711.");
        robot.push(KeyCode.SHORTCUT, KeyCode.A).write("4711").type(KeyCode.ENTER);
        FxWait.ticking(robot, pane, () -> lastRequest().latentSeeds().get(1) == 4711L);
        assertThat(robot.lookup("#seed-field").tryQuery()).isEmpty();
        assertThat(shownTips(robot)).isEmpty();
        FxWait.ticking(
                robot, pane, () -> colour(images(robot, 0), 3, 1, 16) == FakeImages.argb(4711, 1, 0, 32, 16, 16));
    }

    /** The mistakes that stand beside a field. */
    private static List<String> shownTips(FxRobot robot) {
        return robot.listWindows().stream()
                .filter(window -> window instanceof Tooltip && window.isShowing())
                .map(window -> ((Tooltip) window).getText())
                .filter(text -> text.startsWith("A seed"))
                .toList();
    }

    @Test
    void theNumberOfColumnsCanBeChosen(FxRobot robot) {
        Spinner<Integer> columns = robot.lookup("#columns").query();
        robot.interact(() -> columns.getValueFactory().setValue(64));
        FxWait.ticking(robot, pane, () -> lastRequest().latentSeeds().size() == 64);
        robot.interact(() -> columns.getValueFactory().setValue(1));
        FxWait.ticking(robot, pane, () -> lastRequest().latentSeeds().size() == 1);
        FxWait.ticking(robot, pane, () -> images(robot, 0).columns() == 1);
    }

    @Test
    void aClickEnlargesTheColumnAndKeysMove(FxRobot robot) {
        List<Long> seeds = lastRequest().latentSeeds();
        robot.clickOn("#images-0");
        assertThat(robot.lookup("#enlarged").query().isVisible()).isTrue();
        String first = ((Label) robot.lookup("#enlarged-seed").query()).getText();
        int at = seeds.indexOf(Long.parseLong(first.substring("Seed ".length())));
        assertThat(at).isNotNegative();
        robot.type(KeyCode.RIGHT);
        Label title = robot.lookup("#enlarged-seed").query();
        assertThat(title.getText()).isEqualTo("Seed " + seeds.get(at + 1));
        for (int width = 0; width < 4; width++) {
            ImageBlock large = robot.lookup("#enlarged-image-" + width).query();
            assertThat(large.scale()).isGreaterThan(images(robot, 0).scale());
            assertThat(colour(large, 0, 0, 16))
                    .isEqualTo(FakeImages.argb(seeds.get(at + 1), 0.25 * (width + 1), 0, 32, 16, 16));
        }
        robot.type(KeyCode.C);
        String copied = WaitForAsyncUtils.waitForAsyncFx(
                5000, () -> Clipboard.getSystemClipboard().getString());
        assertThat(copied).isEqualTo(Long.toString(seeds.get(at + 1)));
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#enlarged").query().isVisible()).isFalse();
        robot.type(KeyCode.LEFT).type(KeyCode.ENTER);
        assertThat(title.getText()).isEqualTo("Seed " + seeds.get(at));
    }

    @Test
    void drawsFromACheckpointAndThenDoesNotFollowTraining(FxRobot robot) {
        preview().checkpointSteps(List.of(0L, 100L, 200L));
        preview().newestStep(230);
        ComboBox<Source> source = robot.lookup("#source").query();
        FxWait.ticking(robot, pane, () -> source.getItems().size() == 4);
        robot.interact(() -> source.setValue(Source.checkpoint(100)));
        FxWait.ticking(robot, pane, () -> stepText(robot).equals("Step 100"));
        preview().newestStep(500);
        int asked = preview().requests().size();
        for (int i = 0; i < 12; i++) {
            robot.interact(pane::tick);
            robot.sleep(60);
        }
        assertThat(preview().requests()).hasSize(asked);
        robot.clickOn("#newer-checkpoint");
        FxWait.ticking(robot, pane, () -> stepText(robot).equals("Step 200"));
    }

    @Test
    void aFailureIsALineWithDetailsAndGoesWhenDrawingWorksAgain(FxRobot robot) {
        preview().failWith(Optional.of(new Problem("The checkpoint cannot be read.", "trace")));
        robot.clickOn("#shuffle");
        FxWait.ticking(robot, pane, () -> robot.lookup("#notice").query().isVisible());
        assertThat(robot.lookup("The checkpoint cannot be read.").tryQuery()).isPresent();
        robot.clickOn("Details");
        assertThat(dialogs.problems()).extracting(Problem::details).containsExactly("trace");
        preview().failWith(Optional.empty());
        robot.clickOn("#draw-again");
        FxWait.ticking(robot, pane, () -> !robot.lookup("#notice").query().isVisible());
    }

    @Test
    void closingLetsGoOfThePreviewAndSaysWhyNothingIsSeen(FxRobot robot) {
        robot.interact(pane::close);
        assertThat(preview().isClosed()).isTrue();
        assertThat(robot.lookup("#empty-state").query().isVisible()).isTrue();
        assertThat(robot.lookup("No run is open").tryQuery()).isPresent();
    }

    private FakePreview preview() {
        return room.previews().get(0);
    }

    private PreviewRequest lastRequest() {
        List<PreviewRequest> all = preview().requests();
        return all.get(all.size() - 1);
    }

    private static ImageBlock images(FxRobot robot, int first) {
        return robot.lookup("#images-" + first).query();
    }

    private static int colour(ImageBlock images, int row, int column, int pixel) {
        int at = pixel * images.scale();
        return images.argbAt(images.cellX(column) + at, images.cellY(row) + at);
    }

    private static String stepText(FxRobot robot) {
        return ((Label) robot.lookup("#drawn-step").query()).getText();
    }
}
