package io.slimgan.ui.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.HostTensor;
import io.slimgan.base.LatentBatch;
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
import io.slimgan.ui.FxWait;
import io.slimgan.ui.ShownPage;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import io.slimgan.ui.image.ImageBlock;
import io.slimgan.ui.image.NoticeBar;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The classes of a class-conditional run on the consistency page. */
@ExtendWith(ApplicationExtension.class)
class ClassGridTest {

    private static final List<String> NAMES = List.of("airplane", "bird", "cat");
    private static final List<Long> SEEDS = List.of(5L, 6L, 7L, 8L);

    @TempDir
    Path workspace;

    private final FakeEngineRoom room = new FakeEngineRoom();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeFilePicker files = new FakeFilePicker();

    @SuppressWarnings("NullAway.Init")
    private ConsistencyPane pane;

    @Start
    void start(Stage stage) {
        pane = new ConsistencyPane(dialogs, files);
        ShownPage.show(stage, Theme.DARK, pane, 1080, 680);
    }

    @BeforeEach
    void open(FxRobot robot) {
        RunFolder folder = open(robot, "pets", FakeSettings.conditional(3));
        folder.writeClassNames(NAMES);
        robot.interact(() -> pane.open(room.watchedRun(folder.path(), folder.settings())));
        FxWait.ticking(robot, pane, () -> heads(robot, 4).equals(named(4)));
    }

    private RunFolder open(FxRobot robot, String name, RunSettings settings) {
        OpenRun run = room.trainingRun(workspace, name, settings);
        RunFolder folder = RunFolder.open(run.folder());
        folder.writeLatents(new FixedLatents(SEEDS, new HostTensor(new float[4], new long[] {4, 1})));
        folder.checkpoints()
                .write(new Checkpoint(
                        0, Map.of("w", new HostTensor(new float[1], new long[] {1})), Map.of(), Map.of(), Map.of()));
        robot.interact(() -> pane.open(run));
        FxWait.ticking(robot, pane, () -> robot.lookup("#images-0").tryQuery().isPresent());
        return folder;
    }

    private static List<String> named(int columns) {
        int[] labels = LatentBatch.ofSeeds(0, 3, SEEDS).labels();
        return SEEDS.subList(0, columns).stream()
                .map(seed -> NAMES.get(labels[SEEDS.indexOf(seed)]))
                .toList();
    }

    private static List<String> heads(FxRobot robot, int columns) {
        return java.util.stream.IntStream.range(0, columns)
                .mapToObj(i ->
                        robot.lookup("#class-" + i).tryQuery().isPresent() ? ShownPage.text(robot, "#class-" + i) : "")
                .toList();
    }

    private void choose(FxRobot robot, String typed) {
        robot.clickOn("#class-choice");
        robot.write(typed).type(KeyCode.ENTER);
    }

    @Test
    void eachSeedHasAClassOfItsOwnUntilOneIsChosen(FxRobot robot) {
        assertThat(last().classes()).isEqualTo(ClassChoice.BY_SEED);
        choose(robot, "CA");
        FxWait.ticking(robot, pane, () -> heads(robot, 4).equals(List.of("cat", "cat", "cat", "cat")));
        assertThat(last().classes()).isEqualTo(new ClassChoice.One(2));
        assertThat(last().latentSeeds()).isEqualTo(SEEDS);
        FxWait.ticking(robot, pane, () -> isDrawn(robot, 3, 1, 6, 2));
        assertThat(ShownPage.text(robot, "#class-choice")).isEqualTo("cat");
        robot.clickOn("#class-before");
        FxWait.ticking(robot, pane, () -> last().classes().equals(new ClassChoice.One(1)));
    }

    @Test
    void theListIsUsedByKeysAndLeftByEscape(FxRobot robot) {
        robot.clickOn("#class-choice");
        assertThat(robot.lookup("#class-choices").tryQuery()).isPresent();
        robot.type(KeyCode.ESCAPE);
        assertThat(robot.lookup("#class-choices").tryQuery()).isEmpty();
        robot.clickOn("#class-choice");
        robot.type(KeyCode.DOWN).type(KeyCode.ENTER);
        FxWait.ticking(robot, pane, () -> last().classes().equals(ClassChoice.IN_TURN));
        FxWait.ticking(robot, pane, () -> heads(robot, 4).equals(List.of("airplane", "bird", "cat", "airplane")));
        FxWait.ticking(robot, pane, () -> isDrawn(robot, 0, 3, 8, 0));
        robot.clickOn("#class-1");
        FxWait.ticking(robot, pane, () -> last().classes().equals(new ClassChoice.One(1)));
        choose(robot, "zebra");
        assertThat(robot.lookup("No class is called that.").tryQuery()).isPresent();
        assertThat(last().classes()).isEqualTo(new ClassChoice.One(1));
    }

    @Test
    void everyClassOfOneLatentIsAGridOfWidthsAndClasses(FxRobot robot) {
        chooseEvery(robot);
        FxWait.ticking(robot, pane, () -> heads(robot, 3).equals(NAMES));
        assertThat(last().latentSeeds()).containsExactly(5L);
        FxWait.ticking(robot, pane, () -> images(robot).columns() == 3);
        for (int width = 0; width < 4; width++) {
            for (int label = 0; label < 3; label++) {
                assertThat(isDrawn(robot, width, label, 5, label)).isTrue();
            }
        }
        robot.clickOn("#seed-0").push(KeyCode.SHORTCUT, KeyCode.A).write("4711").type(KeyCode.ENTER);
        FxWait.ticking(robot, pane, () -> isDrawn(robot, 2, 1, 4711, 1));
        robot.clickOn("#images-0");
        assertThat(ShownPage.text(robot, "#enlarged-seed")).startsWith("Seed 4711  ·  ");
        robot.type(KeyCode.ESCAPE);
        choose(robot, "1");
        FxWait.ticking(robot, pane, () -> last().latentSeeds().equals(List.of(4711L, 6L, 7L, 8L)));
    }

    @Test
    void aLockThatIsNotSeenHoldsNothing(FxRobot robot) {
        robot.clickOn("#lock-0");
        chooseEvery(robot);
        FxWait.ticking(robot, pane, () -> last().latentSeeds().equals(List.of(5L)));
        robot.clickOn("#shuffle");
        FxWait.ticking(robot, pane, () -> !last().latentSeeds().equals(List.of(5L)));
        assertThat(last().latentSeeds()).hasSize(1);
    }

    @Test
    void anExportedGridRestoresTheChoice(FxRobot robot) {
        chooseEvery(robot);
        FxWait.ticking(robot, pane, () -> isDrawn(robot, 0, 2, 5, 2));
        Path file = workspace.resolve("classes.png");
        files.choose(file);
        dialogs.answer("Export…");
        robot.clickOn("#export");
        FxWait.ticking(robot, pane, () -> notice(robot).startsWith("Exported"));
        GridRecipe recipe = ImageGridPng.recipe(file).orElseThrow();
        assertThat(recipe.classes()).isEqualTo(new ClassChoice.Every(0, 3));
        assertThat(recipe.seeds()).containsExactly(5L);
        assertThat(recipe.columns()).isEqualTo(3);
        choose(robot, "cat");
        FxWait.ticking(robot, pane, () -> last().classes().equals(new ClassChoice.One(2)));

        files.choose(file);
        robot.clickOn("#open-picture");
        FxWait.ticking(robot, pane, () -> last().classes().equals(new ClassChoice.Every(0, 3)));
        assertThat(ShownPage.text(robot, "#class-choice")).isEqualTo("All classes × widths");
        Path again = workspace.resolve("again.png");
        files.choose(again);
        robot.clickOn("#notice-action");
        FxWait.ticking(robot, pane, () -> notice(robot).startsWith("Made again"));
        assertThat(notice(robot)).contains("identical");
    }

    @Test
    void manyClassesAreShownInParts(FxRobot robot) {
        open(robot, "many", FakeSettings.conditional(250));
        FxWait.ticking(robot, pane, () -> !heads(robot, 1).equals(List.of("")));
        assertThat(ShownPage.text(robot, "#class-0")).startsWith("class ");
        robot.clickOn("#class-choice");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        FxWait.ticking(robot, pane, () -> last().classes().equals(new ClassChoice.Every(0, 100)));
        robot.clickOn("#class-after").clickOn("#class-after");
        FxWait.ticking(robot, pane, () -> last().classes().equals(new ClassChoice.Every(200, 50)));
        FxWait.ticking(robot, pane, () -> heads(robot, 1).equals(List.of("class 200")));
        robot.clickOn("#class-after");
        FxWait.ticking(robot, pane, () -> last().classes().equals(new ClassChoice.One(0)));
        choose(robot, "249");
        FxWait.ticking(robot, pane, () -> last().classes().equals(new ClassChoice.One(249)));
        assertThat(robot.lookup("#class-after").query().isDisabled()).isTrue();
    }

    @Test
    void namesThatAreWrittenLaterAppear(FxRobot robot) {
        RunFolder folder = open(robot, "begun", FakeSettings.conditional(3));
        FxWait.ticking(robot, pane, () -> heads(robot, 1).get(0).startsWith("class "));
        folder.writeClassNames(NAMES);
        FxWait.ticking(robot, pane, () -> heads(robot, 4).equals(named(4)));
        robot.clickOn("#class-choice");
        assertThat(robot.lookup("#class-choices .list-cell").<Labeled>queryAll().stream()
                        .map(Labeled::getText))
                .containsSubsequence(NAMES);
        robot.type(KeyCode.ESCAPE);
    }

    @Test
    void aRunWithoutClassesHasNothingToChoose(FxRobot robot) {
        assertThat(robot.lookup("#classes").query().isVisible()).isTrue();
        open(robot, "plain", FakeSettings.small());
        assertThat(robot.lookup("#classes").query().isVisible()).isFalse();
        assertThat(robot.lookup("#class-0").tryQuery()).isEmpty();
        assertThat(last().classes()).isEqualTo(ClassChoice.BY_SEED);
    }

    private static void chooseEvery(FxRobot robot) {
        robot.clickOn("#class-choice");
        robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    }

    private PreviewRequest last() {
        FakePreview preview = room.previews().get(room.previews().size() - 1);
        FakePreview seen = preview.requests().isEmpty() || preview.isClosed() ? open() : preview;
        return seen.requests().get(seen.requests().size() - 1);
    }

    /** The page's own, where a picture is being made again through another. */
    private FakePreview open() {
        return room.previews().stream()
                .filter(preview -> !preview.isClosed() && !preview.requests().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private static ImageBlock images(FxRobot robot) {
        return robot.lookup("#images-0").query();
    }

    private static boolean isDrawn(FxRobot robot, int row, int column, long seed, int label) {
        ImageBlock images = images(robot);
        int at = 16 * images.scale();
        long drawn = FakePreview.drawnSeed(seed, label);
        return images.argbAt(images.cellX(column) + at, images.cellY(row) + at)
                == FakeImages.argb(drawn, 0.25 * (row + 1), 0, 32, 16, 16);
    }

    private static String notice(FxRobot robot) {
        return ((NoticeBar) robot.lookup("#notice").query()).sentence();
    }
}
