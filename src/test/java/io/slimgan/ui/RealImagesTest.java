package io.slimgan.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.config.CheckpointSettings;
import io.slimgan.config.DataSettings;
import io.slimgan.config.EngineSettings;
import io.slimgan.config.LoggingSettings;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.config.TrainingSettings;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.EngineRooms;
import io.slimgan.session.TrainingSession;
import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import io.slimgan.ui.consistency.ConsistencyPane;
import io.slimgan.ui.explore.ExplorePane;
import io.slimgan.ui.image.ImageBlock;
import io.slimgan.ui.image.NoticeBar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The views of generated images on a run that really trains, on the built-in images. */
@ExtendWith(ApplicationExtension.class)
class RealImagesTest {

    @TempDir
    Path workspace;

    private final EngineRoom room = EngineRooms.create();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeFilePicker files = new FakeFilePicker();
    private final StackPane root = new StackPane();

    private TrainingSession session;
    private OpenRun run;

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        Scene scene = new Scene(root, 1080, 680);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void train() {
        RunSettings settings = tiny();
        session = room.start(workspace, "tiny", settings);
        run = new OpenRun(session.folder(), settings, Optional.of(session), room);
    }

    @AfterEach
    void stop() {
        room.close();
    }

    @Test
    void aGridOfAModelInTrainingIsExportedAndMadeAgainBitForBit(FxRobot robot) throws TimeoutException, IOException {
        ConsistencyPane pane = show(robot, new ConsistencyPane(dialogs, files));
        until(robot, pane, () -> robot.lookup("#images-0").tryQuery().isPresent());
        until(robot, pane, () -> step(robot, "#drawn-step") > 20);
        session.pause();
        until(
                robot,
                pane,
                () -> session.status().state() == RunState.PAUSED
                        && step(robot, "#drawn-step") == session.status().step());
        Path original = workspace.resolve("original.png");
        files.choose(original);
        dialogs.answer("Export…");
        robot.clickOn("#export");
        until(robot, pane, () -> notice(robot).startsWith("Exported"));
        GridRecipe recipe = ImageGridPng.recipe(original).orElseThrow();
        assertThat(recipe.seeds())
                .isEqualTo(RunFolder.open(run.folder()).readLatents().seeds());
        assertThat(recipe.widths()).containsExactly(0.5, 1.0);

        // Training goes on until all but the kept checkpoint have been cleared away.
        long exported = recipe.step();
        assertThat(exported).isEqualTo(session.status().step());
        session.resume();
        until(robot, pane, () -> session.status().lastCheckpointStep() > exported + 60);
        robot.clickOn("#shuffle");
        files.choose(original);
        robot.clickOn("#open-picture");
        until(robot, pane, () -> notice(robot).startsWith("Restored"));
        until(robot, pane, () -> step(robot, "#drawn-step") == exported);
        Path again = workspace.resolve("again.png");
        files.choose(again);
        robot.clickOn("#notice-action");
        until(robot, pane, () -> notice(robot).startsWith("Made again"));
        assertThat(Files.mismatch(original, again)).isEqualTo(-1);
        assertThat(notice(robot)).contains("identical");
    }

    @Test
    void theSliderDrawsTheModelInTrainingAndAPausedOne(FxRobot robot) throws TimeoutException {
        ExplorePane pane = show(robot, new ExplorePane(dialogs, files));
        until(robot, pane, () -> text(robot, "#fact-width").equals("1×"));
        until(robot, pane, () -> step(robot, "#fact-step") > 10);
        assertThat(text(robot, "#fact-parameters")).isNotEqualTo("–");
        session.pause();
        until(robot, pane, () -> step(robot, "#fact-step") == session.status().step());
        int wide = middle(robot);
        Slider slider = robot.lookup("#width-slider").query();
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.LEFT);
        until(robot, pane, () -> text(robot, "#fact-width").equals("0.5×"));
        assertThat(middle(robot)).isNotEqualTo(wide);
        robot.type(KeyCode.RIGHT);
        until(robot, pane, () -> text(robot, "#fact-width").equals("1×"));
        assertThat(middle(robot)).as("the same weights draw the same image").isEqualTo(wide);
    }

    private static RunSettings tiny() {
        RunSettings s = FakeSettings.small();
        TrainingSettings t = s.training();
        return new RunSettings(
                s.schema(),
                7,
                new DataSettings(DataSettings.Dataset.SHAPES, "", 16),
                new ModelSettings(ModelSettings.Backbone.SNDCGAN, 16, 8, 8, List.of(0.5, 1.0), 1, false),
                s.discriminator(),
                new TrainingSettings(
                        1_000_000, 4, 1, t.loss(), t.distillation(), t.distillationWeight(), t.optimizer()),
                new LoggingSettings(10, 1000, 5),
                new CheckpointSettings(20, 100, 2),
                new EngineSettings(EngineSettings.DeviceChoice.CPU, 1));
    }

    private <P extends FeaturePane> P show(FxRobot robot, P pane) {
        robot.interact(() -> {
            root.getChildren().setAll(pane.node());
            pane.open(run);
        });
        return pane;
    }

    private static int middle(FxRobot robot) {
        ImageBlock images = robot.lookup("#explore-images").query();
        int sum = 0;
        for (int y = 0; y < 16; y++) {
            for (int x = 0; x < 16; x++) {
                sum = sum * 31 + images.argbAt(x * images.scale(), y * images.scale());
            }
        }
        return sum;
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).tryQueryAs(Label.class).map(Label::getText).orElse("");
    }

    private static long step(FxRobot robot, String id) {
        String digits = text(robot, id).replaceAll("\\D", "");
        return digits.isEmpty() ? -1 : Long.parseLong(digits);
    }

    private static String notice(FxRobot robot) {
        return ((NoticeBar) robot.lookup("#notice").query()).sentence();
    }

    /** Ticks as the shell does until it is so; a busy machine loads the engine slowly. */
    private static void until(FxRobot robot, FeaturePane pane, Callable<Boolean> so) throws TimeoutException {
        WaitForAsyncUtils.waitFor(90, TimeUnit.SECONDS, () -> {
            robot.interact(pane::tick);
            robot.sleep(20);
            return so.call();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}
