package io.slimgan.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.LatentBatch;
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
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The classes of a class-conditional run beside the width slider. */
@ExtendWith(ApplicationExtension.class)
class ExploreClassesTest {

    private static final List<String> NAMES = List.of("airplane", "bird", "cat");

    @TempDir
    Path workspace;

    private final FakeEngineRoom room = new FakeEngineRoom();

    @SuppressWarnings("NullAway.Init")
    private ExplorePane pane;

    @Start
    void start(Stage stage) {
        pane = new ExplorePane(new FakeDialogs(), new FakeFilePicker());
        ShownPage.show(stage, Theme.LIGHT, pane, 1080, 680);
    }

    @BeforeEach
    void open(FxRobot robot) {
        OpenRun run = room.trainingRun(workspace, "pets", FakeSettings.conditional(3));
        RunFolder.open(run.folder()).writeClassNames(NAMES);
        robot.interact(() -> pane.open(run));
        int first = LatentBatch.ofSeeds(0, 3, List.of(1L)).labels()[0];
        FxWait.ticking(robot, pane, () -> strip(robot).equals("Seed 1  ·  " + NAMES.get(first)));
    }

    @Test
    void oneClassIsDrawnAtTheSlidersWidthAndStandsBesideAtAll(FxRobot robot) {
        robot.clickOn("#class-choice").write("bi").type(KeyCode.ENTER);
        FxWait.ticking(robot, pane, () -> strip(robot).equals("Seed 1  ·  bird"));
        assertThat(images(robot).argbAt(middle(robot), middle(robot)))
                .isEqualTo(FakeImages.argb(FakePreview.drawnSeed(1, 1), 1, 0, 32, 16, 16));
        List<PreviewRequest> asked = room.previews().get(0).requests();
        assertThat(asked.get(asked.size() - 1).widths()).hasSize(4);
        assertThat(asked.get(asked.size() - 1).classes()).isEqualTo(new ClassChoice.One(1));
        robot.clickOn("#class-after");
        FxWait.ticking(robot, pane, () -> strip(robot).equals("Seed 1  ·  cat"));
        robot.clickOn("#width-label-0");
        FxWait.ticking(
                robot,
                pane,
                () -> images(robot).argbAt(middle(robot), middle(robot))
                        == FakeImages.argb(FakePreview.drawnSeed(1, 2), 0.25, 0, 32, 16, 16));
    }

    @Test
    void everyClassHasALineWithItsName(FxRobot robot) {
        robot.clickOn("#class-choice").type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
        FxWait.ticking(robot, pane, () -> images(robot).rows() == 3);
        assertThat(images(robot).columns()).isEqualTo(16);
        List<String> lines = robot.lookup("#class-lines .label").queryAll().stream()
                .map(node -> ((Label) node).getText())
                .toList();
        assertThat(lines).isEqualTo(NAMES);
        for (int label = 0; label < 3; label++) {
            int y = images(robot).cellY(label) + middle(robot);
            assertThat(images(robot).argbAt(middle(robot), y))
                    .isEqualTo(FakeImages.argb(FakePreview.drawnSeed(1, label), 1, 0, 32, 16, 16));
        }
        robot.clickOn("#explore-images");
        FxWait.ticking(
                robot,
                pane,
                () -> strip(robot).endsWith("bird") && !strip(robot).startsWith("Seed 1 "));
    }

    @Test
    void everyImageSaysItsClass(FxRobot robot) {
        robot.clickOn("#class-choice").type(KeyCode.DOWN, KeyCode.ENTER);
        List<String> inTurn =
                IntStream.range(0, 16).mapToObj(i -> NAMES.get(i % 3)).toList();
        FxWait.ticking(robot, pane, () -> captions(robot).equals(inTurn));
    }

    private static List<String> captions(FxRobot robot) {
        return robot.lookup("#tile-captions .label").queryAll().stream()
                .map(node -> ((Label) node).getText())
                .toList();
    }

    @Test
    void aRunWithoutClassesHasNothingToChoose(FxRobot robot) {
        OpenRun run = room.trainingRun(workspace, "plain", FakeSettings.small());
        robot.interact(() -> pane.open(run));
        FxWait.ticking(robot, pane, () -> strip(robot).equals("Seed 1 at all widths"));
        assertThat(robot.lookup("#classes").query().isVisible()).isFalse();
        assertThat(captions(robot)).isEmpty();
    }

    private static String strip(FxRobot robot) {
        return robot.lookup("#strip-title")
                .tryQueryAs(Label.class)
                .map(Label::getText)
                .orElse("");
    }

    private static int middle(FxRobot robot) {
        return 16 * images(robot).scale();
    }

    private static ImageBlock images(FxRobot robot) {
        return robot.lookup("#explore-images").query();
    }
}
