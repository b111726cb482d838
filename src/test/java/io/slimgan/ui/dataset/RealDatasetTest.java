package io.slimgan.ui.dataset;

import static io.slimgan.ui.ShownPage.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.EngineRooms;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FxWait;
import io.slimgan.ui.ShownPage;
import io.slimgan.ui.common.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The page with the engine room behind it, on real files. */
@ExtendWith(ApplicationExtension.class)
class RealDatasetTest {

    @TempDir
    Path folder;

    private final EngineRoom room = EngineRooms.create();

    @SuppressWarnings("NullAway.Init")
    private DatasetPane pane;

    @Start
    void start(Stage stage) {
        pane = new DatasetPane(room, new FakeDialogs(), new FakeFilePicker());
        ShownPage.show(stage, Theme.LIGHT, pane, 1100, 700);
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void open(FxRobot robot, Dataset dataset, Path path) {
        robot.interact(() -> {
            robot.lookup("#look-dataset").<ComboBox<Dataset>>query().setValue(dataset);
            robot.lookup("#look-path").<TextField>query().setText(path.toString());
            robot.lookup("#open-dataset").<Button>query().fire();
        });
        FxWait.ticking(
                robot, pane, () -> robot.lookup("#levels .level").tryQuery().isPresent());
    }

    private static int level(FxRobot robot, int index) {
        ThumbnailCell cell = robot.lookup(".thumbnail").<ThumbnailCell>queryAll().stream()
                .filter(one -> Integer.valueOf(index).equals(one.getItem()))
                .findFirst()
                .orElseThrow();
        ImageView view = (ImageView) cell.lookup(".image-view");
        return view.getImage().getPixelReader().getArgb(3, 3) & 255;
    }

    @Test
    void aFolderShowsItsPicturesAndNamesWhatIsBroken(FxRobot robot) throws IOException {
        for (int i = 0; i < 6; i++) {
            BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_INT_RGB);
            for (int p = 0; p < 1600; p++) {
                image.setRGB(p % 40, p / 40, 0x010101 * (i == 4 ? 20 : 20 * i));
            }
            Path place = Files.createDirectories(folder.resolve(i < 3 ? "a" : "b"));
            ImageIO.write(image, "png", place.resolve(i + ".png").toFile());
        }
        Files.writeString(folder.resolve("b/9.png"), "torn");

        open(robot, Dataset.FOLDER, folder);

        assertThat(level(robot, 2)).isEqualTo(40);
        assertThat(level(robot, 5)).isEqualTo(100);
        assertThat(text(robot, "#dataset-facts")).isEqualTo("7 images, 2 classes, 32 × 32 pixels");
        assertThat(text(robot, "#duplicates-title")).isEqualTo("2 duplicates in 1 group");
        assertThat(text(robot, "#broken-title")).isEqualTo("1 broken file");
        assertThat(robot.lookup("#levels .level").<Labeled>queryAll())
                .extracting(Labeled::getText)
                .containsExactly("Grey", "40.00", "32.66");
        assertThat(robot.lookup(".thumbnail .broken").<Node>queryAll().stream().filter(Node::isVisible))
                .hasSize(1);
    }

    @Test
    void realDigitsAreGreyAndScrolledToTheLast(FxRobot robot) {
        String shared = System.getProperty("shared.dir", "");
        Path digits = Path.of(shared, "data", "mnist");
        assumeTrue(Files.isDirectory(digits), "Skipped: MNIST is not below shared.dir (" + shared + ").");

        open(robot, Dataset.MNIST, digits);

        assertThat(text(robot, "#dataset-title")).isEqualTo("MNIST");
        assertThat(robot.lookup("#levels .level").<Labeled>queryAll())
                .extracting(Labeled::getText)
                .containsExactlyElementsOf(List.of("Grey", "25.51", "70.18"));
        robot.interact(() -> robot.lookup("#contact-sheet").query().requestFocus());
        robot.type(KeyCode.END);
        assertThat(text(robot, "#image-facts")).isEqualTo("8 (class 8), 60,000 of 60,000");
        FxWait.until(() -> robot.lookup(".thumbnail").<ThumbnailCell>queryAll().stream()
                .anyMatch(cell -> Integer.valueOf(59_999).equals(cell.getItem())));
    }
}
