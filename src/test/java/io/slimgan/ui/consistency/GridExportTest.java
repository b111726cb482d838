package io.slimgan.ui.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.config.RunSettings;
import io.slimgan.report.GridRecipe;
import io.slimgan.report.ImageGridPng;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.FixedLatents;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.PreviewRequest;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeImages;
import io.slimgan.ui.FakePreview;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.FakeTrainingSession;
import io.slimgan.ui.FxWait;
import io.slimgan.ui.ShownPage;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Exporting the grid, restoring it from the picture, and making it again. */
@ExtendWith(ApplicationExtension.class)
class GridExportTest {

    @TempDir
    Path workspace;

    private final FakeEngineRoom room = new FakeEngineRoom();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeFilePicker files = new FakeFilePicker();
    private final RunSettings settings = FakeSettings.small();

    @SuppressWarnings("NullAway.Init")
    private ConsistencyPane pane;

    @SuppressWarnings("NullAway.Init")
    private RunFolder folder;

    @SuppressWarnings("NullAway.Init")
    private OpenRun run;

    @Start
    void start(Stage stage) {
        pane = new ConsistencyPane(dialogs, files);
        ShownPage.show(stage, Theme.LIGHT, pane, 1080, 680);
    }

    @BeforeEach
    void open(FxRobot robot) {
        run = room.trainingRun(workspace, "quick", settings);
        folder = RunFolder.open(run.folder());
        folder.writeLatents(new FixedLatents(List.of(5L, 6L, 7L), tensor(3, 128)));
        for (long step : List.of(0L, 7L)) {
            write(step);
        }
        robot.interact(() -> pane.open(run));
        FxWait.ticking(robot, pane, () -> robot.lookup("#images-0").tryQuery().isPresent());
    }

    @Test
    void startsWithTheRunsFixedLatents() {
        assertThat(preview(0).requests().get(0).latentSeeds()).containsExactly(5L, 6L, 7L);
    }

    @Test
    void theImagesOnTheScreenAreWrittenHoweverFarTrainingGoesOn(FxRobot robot) {
        show(robot, 7);
        files.choose(workspace.resolve("seen.png"));
        robot.clickOn("#export");
        room.session(run.folder()).advance(30);
        show(robot, 20);
        robot.interact(dialogs::acceptForm);
        FxWait.ticking(robot, pane, () -> notice(robot).startsWith("Exported"));

        Path file = workspace.resolve("seen.png");
        GridRecipe recipe = ImageGridPng.recipe(file).orElseThrow();
        assertThat(recipe.run()).isEqualTo("quick");
        assertThat(recipe.step()).isEqualTo(7);
        assertThat(recipe.widths()).containsExactly(0.25, 0.5, 0.75, 1.0);
        assertThat(recipe.seeds()).containsExactly(5L, 6L, 7L);
        assertThat(recipe.scale()).isEqualTo(4);
        assertThat(recipe.weights()).isEqualTo(folder.checkpoints().generatorChecksum(7));
        assertThat(file).hasBinaryContent(ImageGridPng.encode(seen(7), recipe));
        assertThat(room.session(run.folder()).commands()).isEmpty();
        assertThat(notice(robot)).contains("seen.png").contains("step 7").contains("is kept");
    }

    @Test
    void aStepWithoutCheckpointIsExportedAllTheSameAndThatIsSaid(FxRobot robot) {
        room.session(run.folder()).advance(30);
        show(robot, 12);
        Path file = export(robot, "between.png");

        GridRecipe recipe = ImageGridPng.recipe(file).orElseThrow();
        assertThat(recipe.step()).isEqualTo(12);
        assertThat(recipe.weights()).isEmpty();
        assertThat(file).hasBinaryContent(ImageGridPng.encode(seen(12), recipe));
        assertThat(notice(robot)).contains("step 12").contains("cannot be made again");

        files.choose(file);
        robot.clickOn("#open-picture");
        FxWait.ticking(robot, pane, () -> notice(robot).contains("has no checkpoint of step 12"));
    }

    @Test
    void aPausedModelIsSavedAtTheStepOfThePicture(FxRobot robot) {
        FakeTrainingSession session = room.session(run.folder());
        session.advance(12);
        session.pause();
        session.onSave(() -> write(12));
        show(robot, 12);
        Path file = export(robot, "paused.png");

        assertThat(session.commands()).containsExactly("pause", "saveNow");
        assertThat(ImageGridPng.recipe(file).orElseThrow().weights())
                .isEqualTo(folder.checkpoints().generatorChecksum(12));
        assertThat(notice(robot)).contains("step 12").contains("is kept");
    }

    @Test
    void theCheckpointOfAPictureIsNeverClearedAway(FxRobot robot) {
        show(robot, 7);
        export(robot, "live.png");
        write(20);
        write(30);
        folder.checkpoints().retain(1, Set.of());
        assertThat(folder.checkpoints().steps()).containsExactly(7L, 30L);
    }

    @Test
    void theRecipeRestoresTheGridAndMakesTheSameFile(FxRobot robot) throws IOException {
        show(robot, 7);
        Path original = export(robot, "live.png");
        robot.clickOn("#shuffle");
        preview(0).newestStep(99);
        FxWait.ticking(robot, pane, () -> !last(preview(0)).latentSeeds().equals(List.of(5L, 6L, 7L)));

        files.choose(original);
        robot.clickOn("#open-picture");
        FxWait.ticking(robot, pane, () -> notice(robot).startsWith("Restored"));
        FxWait.ticking(robot, pane, () -> last(preview(0)).source().equals(PreviewRequest.Source.checkpoint(7)));
        assertThat(last(preview(0)).latentSeeds()).containsExactly(5L, 6L, 7L);
        assertThat(((Label) robot.lookup("#drawn-step").query()).getText()).isEqualTo("Step 7");

        Path again = workspace.resolve("again.png");
        files.choose(again);
        robot.clickOn("#notice-action");
        FxWait.ticking(robot, pane, () -> notice(robot).startsWith("Made again"));
        assertThat(notice(robot)).contains("identical");
        assertThat(Files.mismatch(original, again)).isEqualTo(-1);
    }

    @Test
    void aPictureOfAnotherRunOrOfOtherWeightsIsRefusedInOneSentence(FxRobot robot) {
        show(robot, 7);
        files.choose(export(robot, "live.png"));
        folder.checkpoints().write(new Checkpoint(7, Map.of("w", tensor(9, 9)), Map.of(), Map.of(), Map.of()));
        robot.clickOn("#open-picture");
        FxWait.ticking(robot, pane, () -> notice(robot).contains("other weights"));

        OpenRun other = room.trainingRun(workspace, "other", settings);
        robot.interact(() -> pane.open(other));
        robot.clickOn("#open-picture");
        FxWait.ticking(robot, pane, () -> notice(robot).contains("was made from the run \"quick\""));
    }

    @Test
    void aPictureWithFewerWidthsShowsTheseUntilAllAreAskedFor(FxRobot robot) {
        GridRecipe recipe = GridRecipe.of(
                "quick",
                7,
                List.of(0.5, 1.0),
                List.of(8L),
                2,
                "1",
                32,
                folder.checkpoints().generatorChecksum(7));
        Path file = workspace.resolve("two.png");
        ImageGridPng.write(file, List.of(FakeImages.of(32, 0.5, 7, 8), FakeImages.of(32, 1, 7, 8)), recipe);
        files.choose(file);
        robot.clickOn("#open-picture");
        FxWait.ticking(robot, pane, () -> last(preview(0)).widths().size() == 2);
        robot.clickOn("#all-widths");
        FxWait.ticking(robot, pane, () -> last(preview(0)).widths().size() == 4);
    }

    @Test
    void cancellingWritesNothing(FxRobot robot) {
        files.cancel();
        dialogs.answer("Export…");
        robot.clickOn("#export");
        assertThat(room.previews()).hasSize(1);
        assertThat(room.session(run.folder()).commands()).isEmpty();
    }

    private void show(FxRobot robot, long step) {
        preview(0).newestStep(step);
        FxWait.ticking(
                robot,
                pane,
                () -> ((Label) robot.lookup("#drawn-step").query()).getText().equals("Step " + step));
    }

    private static List<RgbImages> seen(long step) {
        return Stream.of(0.25, 0.5, 0.75, 1.0)
                .map(width -> FakeImages.of(32, width, step, 5, 6, 7))
                .toList();
    }

    private Path export(FxRobot robot, String name) {
        Path file = workspace.resolve(name);
        files.choose(file);
        dialogs.answer("Export…");
        robot.clickOn("#export");
        FxWait.ticking(robot, pane, () -> notice(robot).startsWith("Exported"));
        return file;
    }

    private void write(long step) {
        folder.checkpoints()
                .write(new Checkpoint(step, Map.of("w", tensor(1, step + 1)), Map.of(), Map.of(), Map.of()));
    }

    private static HostTensor tensor(long... shape) {
        return new HostTensor(new float[(int) HostTensor.elements(shape)], shape);
    }

    private FakePreview preview(int index) {
        return room.previews().get(index);
    }

    private static PreviewRequest last(FakePreview preview) {
        return preview.requests().get(preview.requests().size() - 1);
    }

    private static String notice(FxRobot robot) {
        return ((io.slimgan.ui.image.NoticeBar) robot.lookup("#notice").query()).sentence();
    }
}
