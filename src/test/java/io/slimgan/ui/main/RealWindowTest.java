package io.slimgan.ui.main;

import static io.slimgan.ui.ShownPage.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.SettingsFile;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.EngineRooms;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FxWait;
import io.slimgan.ui.chart.ChartPane;
import io.slimgan.ui.chart.Curve;
import io.slimgan.ui.image.ImageBlock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The window with the engine behind it, on the built-in images: a day in the life of a run. */
@ExtendWith(ApplicationExtension.class)
class RealWindowTest {

    private static final String TINY = """
            data:
              dataset: shapes
              image_size: 16
            model:
              generator_channels: 16
              discriminator_channels: 16
              widths: [0.25, 0.5, 1]
            discriminator:
              shared_layers: 2
            training:
              steps: 100000
              batch_size: 4
            logging:
              scalars_every_steps: 1
              sample_columns: 4
            engine:
              threads: 1
            """;

    @TempDir
    Path settings;

    @TempDir
    Path workspace;

    private final EngineRoom room = EngineRooms.create();
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
    void close(FxRobot robot) {
        robot.interact(stage::hide);
        room.close();
    }

    private static boolean enabled(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(node -> !node.isDisabled()).isPresent();
    }

    /** The finished steps as the status bar tells them. */
    private static long step(FxRobot robot) {
        String words = text(robot, "#status-step");
        return Long.parseLong(words.replaceAll("step ([0-9,]+) /.*", "$1").replace(",", ""));
    }

    private static void show(FxRobot robot, String page) {
        Node button = robot.lookup(".navigation .toggle-button").<Labeled>queryAll().stream()
                .filter(label -> label.getText().equals(page))
                .findFirst()
                .orElseThrow();
        robot.clickOn(button);
    }

    private void startTinyRun(FxRobot robot) throws IOException {
        Path yaml = Files.writeString(workspace.resolve("tiny.yaml"), TINY);
        robot.interact(() -> window.open(yaml));
        TextField name = robot.lookup("#run-name-field").query();
        robot.interact(() -> name.setText("day"));
        FxWait.until(() -> enabled(robot, "#start-run"));
        robot.clickOn("#start-run");
        FxWait.until(() -> enabled(robot, "#pause") && step(robot) > 5);
    }

    /** Opens the curves and waits until points of every width have come, and more of them while the run goes on. */
    private static void watchTheCurves(FxRobot robot) {
        show(robot, "Curves");
        FxWait.until(() -> points(robot, "generator-loss") >= 3);
        int seen = points(robot, "generator-loss");
        FxWait.until(() -> points(robot, "generator-loss") > seen && points(robot, "distillation") > 0);
        ChartPane chart = robot.lookup("#chart-generator-loss").query();
        assertThat(chart.curves()).extracting(Curve::name).containsExactly("0.25×", "0.5×", "1×");
    }

    /** The points of all curves of a chart. */
    private static int points(FxRobot robot, String chart) {
        return robot.lookup("#chart-" + chart).<ChartPane>tryQuery().stream()
                .flatMap(pane -> pane.curves().stream())
                .mapToInt(curve -> curve.data().size())
                .sum();
    }

    private void exportTheGrid(FxRobot robot) {
        show(robot, "Consistency");
        FxWait.until(() -> robot.lookup("#images-0").tryQuery().isPresent() && enabled(robot, "#export-page"));
        FxWait.until(() -> text(robot, "#drawn-step").equals("Step " + step(robot)));
        Path file = workspace.resolve("grid.png");
        files.choose(file);
        dialogs.answer("Export…");
        robot.push(KeyCode.CONTROL, KeyCode.E);
        FxWait.until(() -> Files.exists(file));
        GridRecipe recipe = ImageGridPng.recipe(file).orElseThrow();
        assertThat(recipe.run()).isEqualTo("day");
        assertThat(recipe.step()).isEqualTo(step(robot));
        assertThat(recipe.widths()).containsExactly(0.25, 0.5, 1.0);
    }

    /** Drags from the widest to the narrowest and back to the middle: the last place is what is drawn in the end. */
    private static void dragTheWidth(FxRobot robot) {
        show(robot, "Explore");
        FxWait.until(() -> robot.lookup("#explore-images").tryQuery().isPresent());
        FxWait.until(() -> picture(robot).length > 0);
        int[] widest = picture(robot);
        Slider slider = robot.lookup("#width-slider").query();
        robot.interact(() -> slider.setValue(0));
        FxWait.until(() -> !Arrays.equals(picture(robot), widest));
        int[] narrowest = picture(robot);

        robot.drag(slider.lookup(".thumb"))
                .moveBy(slider.getWidth() * 0.9, 0)
                .moveBy(-slider.getWidth() * 0.45, 0)
                .drop();
        assertThat(slider.getValue()).isEqualTo(1);
        FxWait.until(() -> !Arrays.equals(picture(robot), narrowest) && !Arrays.equals(picture(robot), widest));

        robot.interact(() -> slider.setValue(2));
        FxWait.until(() -> Arrays.equals(picture(robot), widest));
    }

    /** The pixels of the page's large images; none before they are drawn. */
    private static int[] picture(FxRobot robot) {
        ImageBlock images = robot.lookup("#explore-images").query();
        int width = images.columns() * (images.cellSize() + ImageBlock.GAP);
        int height = images.rows() * (images.cellSize() + ImageBlock.GAP);
        return IntStream.range(0, Math.max(0, (width - ImageBlock.GAP) * (height - ImageBlock.GAP)))
                .map(i -> images.argbAt(i % (width - ImageBlock.GAP), i / (width - ImageBlock.GAP)))
                .toArray();
    }

    @Test
    void aRunIsStartedPausedExploredStoppedAndGoesOnTheNextDay(FxRobot robot) throws IOException {
        startTinyRun(robot);
        watchTheCurves(robot);

        robot.clickOn("#pause");
        FxWait.until(() -> enabled(robot, "#step"));
        long paused = step(robot);
        robot.sleep(500);
        assertThat(step(robot)).as("a pause is a pause").isEqualTo(paused);
        robot.clickOn("#step");
        FxWait.until(() -> step(robot) == paused + 1 && enabled(robot, "#step"));

        exportTheGrid(robot);
        dragTheWidth(robot);

        robot.clickOn("#stop");
        FxWait.until(() -> text(robot, "#run-state").equals("Stopped"));
        assertThat(SettingsFile.read(workspace.resolve("day").resolve("run.yaml"), Map.of())
                        .training()
                        .batchSize())
                .isEqualTo(4);

        FxWait.until(() -> enabled(robot, "#start"));
        robot.type(KeyCode.F5);
        FxWait.until(() -> enabled(robot, "#pause") && step(robot) > paused + 2);
        assertThat(dialogs.problems()).isEmpty();

        dialogs.answer("Stop, save and close");
        robot.push(KeyCode.CONTROL, KeyCode.Q);
        FxWait.until(() -> !stage.isShowing());
        assertThat(room.sessionOf(workspace.resolve("day"))).isEmpty();
    }
}
