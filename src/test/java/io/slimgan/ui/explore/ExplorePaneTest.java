package io.slimgan.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RgbImages;
import io.slimgan.config.RunSettings;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
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
import io.slimgan.ui.image.NoticeBar;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ExplorePaneTest {

    @TempDir
    Path workspace;

    private final FakeEngineRoom room = new FakeEngineRoom();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeFilePicker files = new FakeFilePicker();

    @SuppressWarnings("NullAway.Init")
    private ExplorePane pane;

    @Start
    void start(Stage stage) {
        pane = new ExplorePane(dialogs, files);
        ShownPage.show(stage, Theme.DARK, pane, 1080, 680);
    }

    @BeforeEach
    void open(FxRobot robot) {
        open(robot, "quick", FakeSettings.small());
        FxWait.ticking(
                robot,
                pane,
                () -> fact(robot, "width").equals("1×") && preview().requests().size() >= 2);
        settle(robot);
    }

    @Test
    void startsAtTheWidestWithWhatItCosts(FxRobot robot) {
        FxWait.ticking(robot, pane, () -> fact(robot, "parameters").equals("256 k"));
        assertThat(fact(robot, "macs")).isEqualTo("12.8 M");
        assertThat(fact(robot, "time")).isEqualTo("1.40 ms");
        assertThat(fact(robot, "step")).isEqualTo("0");
        assertThat(fact(robot, "latency")).endsWith("ms");
        assertShown(robot, 1, 1.0, 0);
    }

    @Test
    void draggingDrawsEachWidthThatTheThumbComesTo(FxRobot robot) {
        int before = preview().requests().size();
        robot.drag(thumb(robot), MouseButton.PRIMARY);
        Node label = robot.lookup("#width-label-0").query();
        robot.moveTo(label);
        FxWait.ticking(robot, pane, () -> fact(robot, "width").equals("0.25×"));
        robot.drop();
        assertThat(slider(robot).getValue()).isZero();
        assertThat(asked(before)).contains(0.25).doesNotContain(1.0);
        assertShown(robot, 1, 0.25, 0);
    }

    @Test
    void theThumbComesToRestAtATrainedWidth(FxRobot robot) {
        robot.drag(thumb(robot), MouseButton.PRIMARY).moveBy(-400, 0).drop();
        assertThat(slider(robot).getValue()).isEqualTo(2);
        FxWait.ticking(robot, pane, () -> fact(robot, "width").equals("0.75×"));
    }

    @Test
    void whatIsSeenIsExportedInItsLinesWithItsRecipe(FxRobot robot) {
        robot.interact(slider(robot)::requestFocus);
        robot.type(KeyCode.HOME);
        FxWait.ticking(robot, pane, () -> fact(robot, "width").equals("0.25×"));
        settle(robot);
        int columns = robot.lookup("#explore-images").<ImageBlock>query().columns();
        Path file = workspace.resolve("seen.png");
        files.choose(file);
        robot.clickOn("#export-images");
        preview().newestStep(40);
        FxWait.ticking(robot, pane, () -> fact(robot, "step").equals("40"));
        robot.interact(dialogs::acceptForm);
        FxWait.ticking(robot, pane, () -> notice(robot).startsWith("Exported"));

        GridRecipe recipe = ImageGridPng.recipe(file).orElseThrow();
        List<Long> seeds = LongStream.rangeClosed(1, 16).boxed().toList();
        assertThat(recipe.step()).isZero();
        assertThat(recipe.widths()).containsExactly(0.25);
        assertThat(recipe.seeds()).isEqualTo(seeds);
        assertThat(recipe.columns()).isEqualTo(columns).isLessThan(16);
        RgbImages seen = FakeImages.of(
                32, 0.25, 0, seeds.stream().mapToLong(Long::longValue).toArray());
        assertThat(file).hasBinaryContent(ImageGridPng.encode(List.of(seen), recipe));
        assertThat(pane.canExport()).isTrue();
        robot.interact(pane::close);
        assertThat(pane.canExport()).as("nothing is seen").isFalse();
    }

    @Test
    void keysMoveFromWidthToWidth(FxRobot robot) {
        robot.interact(slider(robot)::requestFocus);
        robot.type(KeyCode.LEFT, 2);
        FxWait.ticking(robot, pane, () -> fact(robot, "width").equals("0.5×"));
        robot.type(KeyCode.HOME);
        FxWait.ticking(robot, pane, () -> fact(robot, "width").equals("0.25×"));
        robot.type(KeyCode.RIGHT);
        FxWait.ticking(robot, pane, () -> fact(robot, "width").equals("0.5×"));
        assertShown(robot, 1, 0.5, 0);
    }

    @Test
    void theLastPositionWinsHoweverSlowTheAnswers(FxRobot robot) {
        preview().hold();
        robot.interact(slider(robot)::requestFocus);
        for (int round = 0; round < 10; round++) {
            robot.type(KeyCode.LEFT, 3).type(KeyCode.RIGHT, 2);
        }
        robot.type(KeyCode.HOME).type(KeyCode.RIGHT);
        assertThat(fact(robot, "width")).as("nothing was answered yet").isEqualTo("1×");
        preview().release();
        FxWait.ticking(robot, pane, () -> fact(robot, "width").equals("0.5×"));
        settle(robot);
        assertThat(fact(robot, "width")).isEqualTo("0.5×");
        assertShown(robot, 1, 0.5, 0);
    }

    @Test
    void followsTrainingWhileTheSliderRests(FxRobot robot) {
        preview().newestStep(40);
        FxWait.ticking(robot, pane, () -> fact(robot, "step").equals("40"));
        assertShown(robot, 1, 1.0, 40);
        robot.clickOn("#explore-live");
        preview().newestStep(80);
        int before = preview().requests().size();
        settle(robot);
        assertThat(preview().requests()).hasSize(before);
    }

    @Test
    void drawsFromACheckpoint(FxRobot robot) {
        preview().checkpointSteps(List.of(0L, 100L));
        ComboBox<Source> source = robot.lookup("#source").query();
        FxWait.ticking(robot, pane, () -> source.getItems().size() == 3);
        robot.interact(() -> source.setValue(Source.checkpoint(100)));
        FxWait.ticking(robot, pane, () -> fact(robot, "step").equals("100"));
        assertShown(robot, 1, 1.0, 100);
    }

    @Test
    void seedsAreTypedMovedAndRolled(FxRobot robot) {
        robot.clickOn("#explore-seeds").push(KeyCode.SHORTCUT, KeyCode.A);
        robot.write("5, 9-10").type(KeyCode.ENTER);
        FxWait.ticking(robot, pane, () -> images().equals(List.of(5L, 9L, 10L)));
        robot.clickOn("#next-seeds");
        FxWait.ticking(robot, pane, () -> images().equals(List.of(11L, 15L, 16L)));
        robot.clickOn("#previous-seeds");
        FxWait.ticking(robot, pane, () -> images().equals(List.of(5L, 9L, 10L)));
        robot.clickOn("#random-seeds");
        FxWait.ticking(robot, pane, () -> !images().contains(9L) && images().size() == 3);
        robot.clickOn("#explore-seeds")
                .push(KeyCode.SHORTCUT, KeyCode.A)
                .write("many")
                .type(KeyCode.ENTER);
        assertThat(robot.lookup("#explore-seeds").query().getStyleClass()).contains("wrong");
        Label mistake = robot.lookup("#explore-seeds-mistake").query();
        assertThat(mistake.isVisible()).isTrue();
        assertThat(mistake.getText()).startsWith("“many” is no seed");
        robot.clickOn("#next-seeds");
        assertThat(mistake.isVisible()).as("the field was put right").isFalse();
    }

    @Test
    void oneSeedStandsBesideAtAllWidthsAndMovesTheSlider(FxRobot robot) {
        FxWait.ticking(
                robot, pane, () -> robot.lookup("#strip-image-1").tryQuery().isPresent());
        for (int width = 0; width < 4; width++) {
            ImageBlock small = robot.lookup("#strip-image-" + width).query();
            int middle = 16 * small.scale();
            assertThat(small.argbAt(middle, middle)).isEqualTo(FakeImages.argb(1, 0.25 * (width + 1), 0, 32, 16, 16));
        }
        robot.clickOn("#strip-image-1");
        FxWait.ticking(robot, pane, () -> fact(robot, "width").equals("0.5×"));
        assertThat(slider(robot).getValue()).isEqualTo(1);
        robot.clickOn("#explore-images");
        FxWait.ticking(
                robot,
                pane,
                () -> !((Label) robot.lookup("#strip-title").query()).getText().contains("Seed 1 "));
    }

    @Test
    void aRunOfOneWidthHasNothingToSlide(FxRobot robot) {
        RunSettings single = FakeSettings.withWidths(1.0);
        open(robot, "single", single);
        FxWait.ticking(robot, pane, () -> fact(robot, "width").equals("1×"));
        assertThat(slider(robot).isDisabled()).isTrue();
        assertThat(room.previews().get(0).isClosed())
                .as("the run before is let go")
                .isTrue();
    }

    @Test
    void aFailureIsALineAndTheWindowLives(FxRobot robot) {
        preview().failWith(Optional.of(new Problem("The engine ran out of memory.", "trace")));
        robot.clickOn("#next-seeds");
        FxWait.ticking(
                robot,
                pane,
                () -> robot.lookup("The engine ran out of memory.").tryQuery().isPresent());
        preview().failWith(Optional.empty());
        robot.clickOn("#next-seeds");
        FxWait.ticking(robot, pane, () -> !robot.lookup("#notice").query().isVisible());
    }

    private void open(FxRobot robot, String name, RunSettings settings) {
        OpenRun run = room.trainingRun(workspace, name, settings);
        robot.interact(() -> pane.open(run));
    }

    private FakePreview preview() {
        return room.previews().get(0);
    }

    /** The widths of the requests from this one on that draw the images, not the strip beside them. */
    private List<Double> asked(int from) {
        List<PreviewRequest> all = preview().requests();
        return all.subList(from, all.size()).stream()
                .filter(request -> request.widths().size() == 1)
                .map(request -> request.widths().get(0).multiplier())
                .toList();
    }

    /** The seeds that were asked for last. */
    private List<Long> images() {
        return preview().requests().stream()
                .filter(request -> request.widths().size() == 1)
                .reduce((first, second) -> second)
                .orElseThrow()
                .latentSeeds();
    }

    private static void assertShown(FxRobot robot, long firstSeed, double width, long step) {
        ImageBlock images = robot.lookup("#explore-images").query();
        int middle = 16 * images.scale();
        assertThat(images.argbAt(middle, middle)).isEqualTo(FakeImages.argb(firstSeed, width, step, 32, 16, 16));
        assertThat(images.argbAt(0, 0)).isEqualTo(FakeImages.argb(firstSeed, width, step, 32, 0, 0));
        int edge = 10 * images.scale();
        assertThat(images.argbAt(edge, edge)).isEqualTo(FakeImages.argb(firstSeed, width, step, 32, 10, 10));
    }

    private static Slider slider(FxRobot robot) {
        return robot.lookup("#width-slider").query();
    }

    private static Node thumb(FxRobot robot) {
        return slider(robot).lookup(".thumb");
    }

    private static String notice(FxRobot robot) {
        return ((NoticeBar) robot.lookup("#notice").query()).sentence();
    }

    private static String fact(FxRobot robot, String name) {
        return ((Label) robot.lookup("#fact-" + name).query()).getText();
    }

    /** Lets everything that is under way come to an end. */
    private void settle(FxRobot robot) {
        for (int i = 0; i < 10; i++) {
            robot.interact(pane::tick);
            robot.sleep(60);
        }
    }
}
