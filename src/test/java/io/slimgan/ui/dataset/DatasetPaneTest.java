package io.slimgan.ui.dataset;

import static io.slimgan.ui.ShownPage.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.ui.FakeDatasetBook;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.FxWait;
import io.slimgan.ui.ShownPage;
import io.slimgan.ui.common.Theme;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class DatasetPaneTest {

    @TempDir
    Path folder;

    private final FakeEngineRoom room = new FakeEngineRoom();

    @SuppressWarnings("NullAway.Init")
    private DatasetPane pane;

    @Start
    void start(Stage stage) {
        pane = new DatasetPane(room, new FakeDialogs(), new FakeFilePicker());
        ShownPage.show(stage, Theme.LIGHT, pane, 1100, 700);
    }

    private static boolean isSeen(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(DatasetPaneTest::isSeen).isPresent();
    }

    private static boolean isSeen(Node node) {
        return node.isVisible() && (node.getParent() == null || isSeen(node.getParent()));
    }

    private static void choose(FxRobot robot, Dataset dataset) {
        robot.interact(
                () -> robot.lookup("#look-dataset").<ComboBox<Dataset>>query().setValue(dataset));
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).<Button>query().fire());
    }

    private FakeDatasetBook open(FxRobot robot, int size, boolean onDemand) {
        FakeDatasetBook book = new FakeDatasetBook(size, 32, onDemand);
        fire(robot, "#open-dataset");
        room.opening().ending().complete(book);
        FxWait.until(() -> isSeen(robot, "#contact-sheet"));
        FxWait.until(() -> !book.decoded().isEmpty());
        return book;
    }

    private static void check(FakeDatasetBook book, FxRobot robot) {
        book.checking().ending().complete(book.findings());
        FxWait.until(() -> isSeen(robot, "#levels"));
    }

    @Test
    void withoutImagesThePageSaysWhatToDo(FxRobot robot) {
        assertThat(isSeen(robot, "#contact-sheet")).isFalse();
        assertThat(robot.lookup("#empty-state .heading").<Labeled>query().getText())
                .isEqualTo("No images are open");
        assertThat(isSeen(robot, "#look-path"))
                .as("built-in images lie in no folder")
                .isFalse();
        assertThat(isSeen(robot, "#look-run")).isFalse();
    }

    @Test
    void aSetIsOpenedWithItsClassesAndNotes(FxRobot robot) {
        open(robot, 101, false);

        assertThat(text(robot, "#dataset-title")).isEqualTo("Flat images");
        assertThat(text(robot, "#dataset-facts")).isEqualTo("101 images, 2 classes, 32 × 32 pixels");
        assertThat(robot.lookup("#class-list").<ListView<ClassList.Row>>query().getItems())
                .extracting(ClassList.Row::count)
                .containsExactly(101, 51, 50);
        assertThat(robot.lookup("#dataset-notes .label").<Labeled>query().getText())
                .isEqualTo("These images are made up.");
        assertThat(room.opened()).containsExactly(new DataSettings(Dataset.SHAPES, "", 32));
    }

    @Test
    void onlyTheImagesInSightAreDecoded(FxRobot robot) {
        FakeDatasetBook book = open(robot, 200_000, true);
        assertThat(book.decoded()).hasSizeBetween(20, 1_000).contains(0).doesNotContain(199_999);

        robot.clickOn("#contact-sheet").type(KeyCode.END);

        FxWait.until(() -> book.decoded().contains(199_999));
        assertThat(text(robot, "#image-name")).isEqualTo("flat/199999.png");
        assertThat(book.decoded()).hasSizeLessThan(2_000);
        assertThat(book.checks())
                .as("hundreds of thousands of files are not read unasked")
                .isZero();
    }

    @Test
    void whatIsChosenStaysInSightAboveItsDetails(FxRobot robot) {
        open(robot, 2_000, false);
        robot.interact(() -> robot.lookup("#contact-sheet").query().requestFocus());
        robot.type(KeyCode.END);
        Node sheet = robot.lookup("#contact-sheet").query();
        FxWait.until(() -> robot.lookup(".thumbnail").<ThumbnailCell>queryAll().stream()
                .filter(cell -> Integer.valueOf(1_999).equals(cell.getItem()) && isSeen(cell))
                .anyMatch(cell -> {
                    double lower = cell.localToScene(cell.getLayoutBounds()).getMaxY();
                    return lower <= sheet.localToScene(sheet.getLayoutBounds()).getMaxY() + 1;
                }));
    }

    @Test
    void aClassIsShownAlone(FxRobot robot) {
        FakeDatasetBook book = open(robot, 60, false);
        ListView<ClassList.Row> classes = robot.lookup("#class-list").query();
        robot.interact(() -> classes.getSelectionModel().select(2));
        assertThat(text(robot, "#dataset-facts")).startsWith("30 of 60 images").endsWith("class odd");

        robot.interact(() -> robot.lookup("#contact-sheet").query().requestFocus());
        robot.type(KeyCode.HOME);
        assertThat(text(robot, "#image-name")).isEqualTo("flat/1.png");
        assertThat(text(robot, "#image-facts")).isEqualTo("odd (class 1), 2 of 60");

        fire(robot, "#show-all");
        assertThat(text(robot, "#dataset-facts")).startsWith("60 images");
        assertThat(classes.getSelectionModel().getSelectedIndex()).isZero();
        assertThat(isSeen(robot, "#show-all")).isFalse();
        assertThat(book.isClosed()).isFalse();
    }

    @Test
    void arrowKeysMoveTheChoiceAndPlusMinusTheSize(FxRobot robot) {
        open(robot, 500, false);
        robot.interact(() -> robot.lookup("#contact-sheet").query().requestFocus());
        robot.type(KeyCode.RIGHT, KeyCode.RIGHT);
        assertThat(text(robot, "#image-name")).isEqualTo("flat/1.png");
        robot.type(KeyCode.DOWN);
        String below = text(robot, "#image-name");
        assertThat(below).isNotEqualTo("flat/1.png");
        robot.type(KeyCode.UP, KeyCode.LEFT, KeyCode.LEFT);
        assertThat(text(robot, "#image-name")).as("the first is the first").isEqualTo("flat/0.png");
        robot.type(KeyCode.PAGE_DOWN);
        assertThat(text(robot, "#image-name")).isNotEqualTo(below).isNotEqualTo("flat/0.png");

        robot.type(KeyCode.MINUS);
        assertThat(robot.lookup("#zoom-out").<Button>query().isDisabled()).isTrue();
        assertThat(robot.lookup("#zoom-in").<Button>query().isDisabled()).isFalse();
    }

    @Test
    void levelsDuplicatesAndBrokenFilesAreNamedAndCopied(FxRobot robot) {
        FakeDatasetBook book = open(robot, 100, false);
        FxWait.ticking(robot, pane, () -> text(robot, "#check-said").equals("Checked 40 of 100"));
        check(book, robot);

        assertThat(robot.lookup("#levels .level").<Labeled>queryAll())
                .extracting(Labeled::getText)
                .containsExactly("Red", "125.31", "62.99", "Green", "122.95", "62.09", "Blue", "113.87", "66.71");
        assertThat(text(robot, "#duplicates-title")).isEqualTo("2 duplicates in 1 group");
        assertThat(text(robot, "#broken-title")).isEqualTo("1 broken file");

        fire(robot, "#duplicates-copy");
        robot.interact(
                () -> assertThat(Clipboard.getSystemClipboard().getString()).isEqualTo("flat/3.png = flat/5.png\n"));
        robot.interact(() ->
                robot.lookup("#broken").<ListView<?>>query().getSelectionModel().select(0));
        assertThat(text(robot, "#image-name")).isEqualTo("flat/7.png");
        FxWait.until(() -> text(robot, "#image-facts").contains("it is empty"));

        fire(robot, "#duplicates-only");
        assertThat(text(robot, "#dataset-facts")).startsWith("2 of 100 images").endsWith("duplicates");
    }

    @Test
    void manyFilesAreCheckedOnDemandAndTheCheckCanBeEnded(FxRobot robot) {
        FakeDatasetBook book = open(robot, 50_000, true);
        assertThat(text(robot, "#check-said")).startsWith("50,000 images are read as they come");
        fire(robot, "#check-images");
        assertThat(book.checks()).isEqualTo(1);
        assertThat(isSeen(robot, "#check-progress")).isTrue();
        fire(robot, "#check-cancel");
        FxWait.until(() -> text(robot, "#check-said").equals("The check was cancelled."));
        assertThat(isSeen(robot, "#check-images")).as("may be begun again").isTrue();
    }

    @Test
    void openingShowsHowFarItIsAndCanBeEnded(FxRobot robot) {
        fire(robot, "#open-dataset");
        FxWait.ticking(robot, pane, () -> isSeen(robot, "#open-dataset-progress"));
        assertThat(robot.lookup("#open-dataset-progress").<ProgressBar>query().getProgress())
                .isEqualTo(0.3);
        assertThat(text(robot, "#open-dataset-activity")).isEqualTo("Reading Flat images…");
        fire(robot, "#open-dataset-cancel");
        FxWait.until(() -> isSeen(robot, "#open-dataset"));
        assertThat(isSeen(robot, "#contact-sheet")).isFalse();
    }

    @Test
    void whatIsWrongIsSaidBesideTheField(FxRobot robot) {
        choose(robot, Dataset.FOLDER);
        fire(robot, "#open-dataset");
        assertThat(text(robot, "#error-look-path")).startsWith("Name or choose");
        TextField path = robot.lookup("#look-path").query();
        robot.interact(() -> path.setText(folder.resolve("gone").toString()));
        fire(robot, "#open-dataset");
        assertThat(text(robot, "#error-look-path")).startsWith("There is no such folder");
        robot.interact(() -> path.setText(folder.toString()));
        assertThat(isSeen(robot, "#error-look-path"))
                .as("another folder is named")
                .isFalse();
        fire(robot, "#open-dataset");
        room.opening().ending().completeExceptionally(new UserError("data.path must name a folder with images."));
        FxWait.until(() -> text(robot, "#error-look-path").equals("Folder must name a folder with images."));
    }

    @Test
    void eachDatasetHasItsOwnFields(FxRobot robot) {
        choose(robot, Dataset.CIFAR100);
        assertThat(isSeen(robot, "#look-labels")).isTrue();
        assertThat(isSeen(robot, "#look-colour")).isFalse();
        choose(robot, Dataset.MNIST);
        assertThat(isSeen(robot, "#look-colour")).isTrue();
        choose(robot, Dataset.STL10);
        assertThat(isSeen(robot, "#look-split")).isTrue();
        assertThat(robot.lookup("#look-size").<ComboBox<Integer>>query().getValue())
                .as("the paper's size")
                .isEqualTo(48);
        choose(robot, Dataset.CIFAR10);
        assertThat(isSeen(robot, "#dataset-fetch")).isTrue();
        assertThat(isSeen(robot, "#look-split")).isFalse();
    }

    @Test
    void aRunsImagesAreOneClickAway(FxRobot robot) {
        robot.interact(() -> pane.open(room.watchedRun(folder.resolve("mine"), FakeSettings.small())));
        assertThat(robot.lookup("#look-run").<Button>query().getText()).isEqualTo("Images of “mine”");
        fire(robot, "#look-run");
        assertThat(room.opened()).containsExactly(FakeSettings.small().data());
        robot.interact(pane::close);
        assertThat(isSeen(robot, "#look-run")).isFalse();
    }

    @Test
    void theSetBeforeIsClosedWhenAnotherIsOpened(FxRobot robot) {
        FakeDatasetBook first = open(robot, 20, false);
        FakeDatasetBook second = open(robot, 30, false);
        FxWait.until(() -> text(robot, "#dataset-facts").startsWith("30 images"));
        assertThat(List.of(first.isClosed(), second.isClosed())).containsExactly(true, false);
    }
}
