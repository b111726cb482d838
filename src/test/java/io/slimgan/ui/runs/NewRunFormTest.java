package io.slimgan.ui.runs;

import static io.slimgan.ui.ShownPage.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsFile;
import io.slimgan.config.SettingsSchema;
import io.slimgan.config.TablePreset;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.FxWait;
import io.slimgan.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class NewRunFormTest {

    @TempDir
    Path workspace;

    private final FakeEngineRoom room = new FakeEngineRoom();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeFilePicker files = new FakeFilePicker();
    private final List<String> started = new ArrayList<>();
    private final List<RunSettings> settings = new ArrayList<>();
    private final List<Runnable> failures = new ArrayList<>();
    private final List<String> queued = new ArrayList<>();
    private CompletionStage<List<String>> answer = CompletableFuture.completedFuture(List.of("quick-cpu-seed0"));
    private boolean cancelled;

    @SuppressWarnings("NullAway.Init")
    private NewRunForm form;

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        form = new NewRunForm(room, dialogs, files, () -> workspace, new NewRunForm.Handler() {
            @Override
            public void start(String name, RunSettings runSettings, Runnable onFailed) {
                started.add(name);
                settings.add(runSettings);
                failures.add(onFailed);
            }

            @Override
            public CompletionStage<List<String>> enqueue(String name, RunSettings runSettings, List<Long> seeds) {
                queued.add(name + " " + seeds);
                settings.add(runSettings);
                return answer;
            }

            @Override
            public boolean trains() {
                return false;
            }

            @Override
            public void cancel() {
                cancelled = true;
            }
        });
        Scene scene = new Scene(form, 1180, 650);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    @BeforeEach
    void shown(FxRobot robot) {
        robot.interact(form::shown);
        FxWait.until(() -> text(robot, "#dataset-summary").contains("50,000 images"));
    }

    private static void write(FxRobot robot, String path, String text) {
        TextField field = robot.lookup("#field-" + path.replace('.', '-')).query();
        robot.interact(() -> field.setText(text));
    }

    private static Button startButton(FxRobot robot) {
        return robot.lookup("#start-run").query();
    }

    @Test
    void theQuickPresetCanStartAtOnce(FxRobot robot) {
        assertThat(startButton(robot).isDisabled()).isFalse();

        robot.clickOn("#start-run");

        assertThat(started).containsExactly("quick-cpu");
        assertThat(startButton(robot).isDisabled()).as("one start at a time").isTrue();
        robot.interact(failures.get(0));
        assertThat(startButton(robot).isDisabled())
                .as("usable again after a failure")
                .isFalse();
    }

    @Test
    void imagesThatAreNotChosenYetAreNotShown(FxRobot robot) {
        FlowPane pictures = robot.lookup("#dataset-pictures").query();
        write(robot, "training.batch_size", "1");
        assertThat(pictures.getChildren()).as("a mistake elsewhere").isNotEmpty();
        write(robot, "training.batch_size", "16");

        robot.interact(() ->
                robot.lookup("#field-data-dataset").<ComboBox<String>>query().setValue("cifar10"));

        assertThat(pictures.getChildren()).isEmpty();
        assertThat(text(robot, "#dataset-summary")).contains("once their folder is chosen");
        assertThat(text(robot, "#hint-data-path")).contains("is empty");
        write(robot, "training.batch_size", "1");

        robot.interact(() ->
                robot.lookup("#field-data-dataset").<ComboBox<String>>query().setValue("shapes"));
        FxWait.until(() -> text(robot, "#dataset-summary").contains("50,000 images"));
        assertThat(pictures.getChildren())
                .as("shown beside a mistake elsewhere")
                .isNotEmpty();
    }

    @Test
    void everyFieldSaysWhatIsAllowed(FxRobot robot) {
        SettingsSchema.fields().stream()
                .filter(field -> robot.lookup("#" + FieldRow.id("field", field))
                        .tryQuery()
                        .isPresent())
                .forEach(field -> assertThat(text(robot, "#" + FieldRow.id("hint", field)))
                        .as(field.path())
                        .isNotBlank());
        assertThat(text(robot, "#hint-training-batch_size")).isEqualTo("A whole number from 2 to 4096");
    }

    @Test
    void anErrorStandsBesideItsFieldAndHoldsTheStart(FxRobot robot) {
        write(robot, "training.batch_size", "1");

        String error = "Batch size is 1; allowed is a whole number from 2 to 4096.";
        assertThat(text(robot, "#hint-training-batch_size")).isEqualTo(error);
        assertThat(text(robot, "#start-reason")).isEqualTo(error);
        assertThat(startButton(robot).isDisabled()).isTrue();

        write(robot, "training.batch_size", "2");
        assertThat(startButton(robot).isDisabled()).isFalse();
        assertThat(text(robot, "#hint-training-batch_size")).doesNotContain("is 1");
    }

    @Test
    void aNameThatIsTakenHoldsTheStart(FxRobot robot) throws IOException {
        Files.createDirectories(workspace.resolve("taken"));
        TextField name = robot.lookup("#run-name-field").query();

        robot.interact(() -> name.setText("taken"));

        assertThat(text(robot, "#run-name-hint")).contains("already");
        assertThat(startButton(robot).isDisabled()).isTrue();
        robot.interact(() -> name.setText("a/b"));
        assertThat(startButton(robot).isDisabled()).isTrue();
        robot.interact(() -> name.setText("free"));
        robot.clickOn("#start-run");
        assertThat(started).containsExactly("free");
    }

    @Test
    void theProposedNameIsFree(FxRobot robot) throws IOException {
        Files.createDirectories(workspace.resolve("quick-cpu"));

        robot.interact(form::shown);

        TextField name = robot.lookup("#run-name-field").query();
        assertThat(name.getText()).isEqualTo("quick-cpu-2");
    }

    @Test
    void imagesThatAreNotThereHoldTheStart(FxRobot robot) {
        robot.clickOn("#preset-cifar10-sndcgan-cpu");
        assertThat(startButton(robot).isDisabled()).as("no folder is named").isTrue();
        TextField folder = robot.lookup("#text-data-path").query();

        robot.interact(() -> folder.setText("/nowhere/at/all"));
        FxWait.until(() -> text(robot, "#dataset-summary").contains("does not exist"));
        assertThat(startButton(robot).isDisabled()).isTrue();

        files.choose(workspace);
        robot.interact(() -> robot.lookup("#browse-data-path").<Button>query().fire());
        FxWait.until(() -> text(robot, "#dataset-summary").contains("50,000"));
        assertThat(startButton(robot).isDisabled()).isFalse();
        assertThat(robot.lookup("#dataset-notes").lookup(".label").queryAll())
                .as("the note on the skipped file")
                .hasSize(1);
    }

    @Test
    void aRunOfThePapersTablesFillsTheForm(FxRobot robot) {
        ComboBox<String> group = robot.lookup("#table-preset-group").query();
        ComboBox<TablePreset> row = robot.lookup("#table-preset-row").query();
        ComboBox<TablePreset.Size> size = robot.lookup("#table-preset-size").query();
        TextField name = robot.lookup("#run-name-field").query();
        TextField channels = robot.lookup("#field-model-generator_channels").query();
        assertThat(row.isDisabled()).isTrue();

        robot.interact(() -> group.setValue("Table 1: SNGAN (ResNet) on STL-10"));
        assertThat(name.getText()).isEqualTo("table1-sngan-stl10-slimmable-cpu");
        assertThat(channels.getText()).isEqualTo("64");
        assertThat(row.getItems()).hasSize(5);
        assertThat(robot.lookup("#preset-quick-cpu").<ToggleButton>query().isSelected())
                .isFalse();

        robot.interact(() -> size.setValue(TablePreset.Size.PAPER));
        robot.interact(() -> row.setValue(row.getItems().get(2)));
        assertThat(name.getText()).isEqualTo("table1-sngan-stl10-individual-0.5");
        assertThat(channels.getText()).isEqualTo("512");
        assertThat(text(robot, "#table-preset-text")).contains("width 0.5", "58.5");
        robot.interact(form::shown);
        assertThat(name.getText()).as("shown again").isEqualTo("table1-sngan-stl10-individual-0.5");

        robot.clickOn("#preset-quick-cpu");
        assertThat(group.getValue()).isNull();
        assertThat(name.getText()).isEqualTo("quick-cpu");
        robot.interact(() -> group.setValue("Table 2: BigGAN on ImageNet"));
        assertThat(row.getItems()).hasSize(3);
        assertThat(name.getText()).isEqualTo("table2-biggan-imagenet-slimmable");
    }

    @Test
    void chipsAddAndTakeWidths(FxRobot robot) {
        FlowPane chips = robot.lookup("#width-chips").query();
        TextField widths = robot.lookup("#field-model-widths").query();

        robot.interact(() -> ((Button) chips.getChildren().get(1)).fire());
        assertThat(widths.getText()).isEqualTo("0.25, 0.75, 1");
        robot.interact(() -> ((Button) chips.getChildren().get(3)).fire());
        assertThat(widths.getText()).isEqualTo("0.125, 0.25, 0.75, 1");
        robot.interact(() -> ((Button) chips.getChildren().get(3)).fire());
        assertThat(widths.getText()).as("the whole network stays").endsWith(", 1");
    }

    @Test
    void costsFollowTheSettings(FxRobot robot) {
        write(robot, "model.generator_channels", "64");
        FxWait.until(() -> robot.lookup("256 k").tryQuery().isPresent());

        write(robot, "model.generator_channels", "128");

        FxWait.until(() -> robot.lookup("512 k").tryQuery().isPresent());
    }

    @Test
    void settingsTravelThroughAFile(FxRobot robot) {
        Path file = workspace.resolve("saved.yaml");
        files.choose(file);
        write(robot, "training.steps", "4321");

        robot.clickOn("#save-settings");
        assertThat(SettingsFile.read(file, Map.of()).training().steps()).isEqualTo(4321);
        assertThat(files.suggestedName()).isEqualTo("quick-cpu.yaml");

        write(robot, "training.steps", "77");
        robot.clickOn("#open-settings");
        TextField steps = robot.lookup("#field-training-steps").query();
        assertThat(steps.getText()).isEqualTo("4321");
        TextField name = robot.lookup("#run-name-field").query();
        assertThat(name.getText()).isEqualTo("saved");
    }

    @Test
    void aBrokenFileIsToldAndChangesNothing(FxRobot robot) throws IOException {
        Path file = Files.writeString(workspace.resolve("bad.yaml"), "training:\n  batch_size: 0\n");

        robot.interact(() -> form.read(file));

        assertThat(dialogs.problems()).hasSize(1);
        assertThat(dialogs.problems().get(0).sentence()).contains("bad.yaml:2", "batch_size");
        assertThat(startButton(robot).isDisabled()).isFalse();
    }

    @Test
    void theFormIsQueuedWithItsSeeds(FxRobot robot) throws IOException {
        Files.createDirectories(workspace.resolve("quick-cpu"));
        robot.interact(form::shown);
        TextField seeds = robot.lookup("#queue-seeds").query();

        robot.clickOn("#queue-add");
        FxWait.until(() -> text(robot, "#queue-hint").startsWith("Queued quick-cpu-seed0."));
        robot.interact(() -> seeds.setText("0-2, 7"));
        robot.clickOn("#queue-seeds").type(KeyCode.ENTER);

        assertThat(queued)
                .as("named without the number that makes a single run's name free")
                .containsExactly("quick-cpu []", "quick-cpu [0, 1, 2, 7]");
        assertThat(started).isEmpty();
    }

    @Test
    void whatCannotBeQueuedSaysWhy(FxRobot robot) {
        Button add = robot.lookup("#queue-add").query();
        TextField seeds = robot.lookup("#queue-seeds").query();
        robot.interact(() -> seeds.setText("1, x"));
        assertThat(add.isDisabled()).isTrue();
        assertThat(text(robot, "#queue-hint")).contains("\"x\" is no seed");
        robot.interact(() -> seeds.setText(""));
        assertThat(add.isDisabled()).isFalse();
        write(robot, "training.batch_size", "1");
        assertThat(add.isDisabled()).isTrue();
        write(robot, "training.batch_size", "2");

        answer = CompletableFuture.failedFuture(new UserError("There is another run of that name."));
        robot.clickOn("#queue-add");
        FxWait.until(() -> !dialogs.problems().isEmpty());
        assertThat(dialogs.problems().get(0).sentence()).isEqualTo("There is another run of that name.");
        assertThat(add.isDisabled()).as("usable again").isFalse();
    }

    @Test
    void backLeavesTheForm(FxRobot robot) {
        robot.clickOn("#new-run-back");

        assertThat(cancelled).isTrue();
        assertThat(started).isEmpty();
    }

    @Test
    void theWholeFormIsWhatStarts(FxRobot robot) throws IOException {
        Path file = workspace.resolve("mine.yaml");
        SettingsFile.write(file, FakeSettings.withWidths(0.5, 1.0));
        robot.interact(() -> form.read(file));

        robot.clickOn("#start-run");

        assertThat(settings).containsExactly(FakeSettings.withWidths(0.5, 1.0));
    }

    private static void choose(FxRobot robot, String dataset) {
        robot.interact(() ->
                robot.lookup("#field-data-dataset").<ComboBox<String>>query().setValue(dataset));
    }

    private static String path(FxRobot robot) {
        return robot.lookup("#text-data-path").<TextField>query().getText();
    }

    @Test
    void aDatasetIsFetchedAfterItsTermsAndItsFolderComesIntoTheField(FxRobot robot) {
        assertThat(robot.lookup("#dataset-fetch").<Button>query().isVisible()).isFalse();
        choose(robot, "cifar10");
        Button button = robot.lookup("#dataset-fetch").query();
        assertThat(button.getText()).isEqualTo("Download…");

        robot.interact(button::fire);
        assertThat(dialogs.asked()).containsExactly("Download CIFAR-10");
        assertThat(room.datasets().fetched()).as("not agreed to").isEmpty();

        dialogs.answer("Download");
        robot.interact(button::fire);
        FxWait.until(() -> text(robot, "#dataset-fetch-said").contains("40.1 MiB of 162 MiB"));
        assertThat(button.isDisabled()).as("one at a time").isTrue();
        room.datasets().fetching().complete(workspace);

        FxWait.until(() -> path(robot).equals(workspace.toString()));
        assertThat(text(robot, "#dataset-fetch-said")).isEqualTo("CIFAR-10 is complete and checked.");
        assertThat(robot.lookup("#dataset-fetch-progress").query().getParent().isVisible())
                .isFalse();
    }

    @Test
    void aDownloadThatIsCancelledOrFailsSaysSoBesideTheField(FxRobot robot) {
        choose(robot, "cifar10");
        dialogs.answer("Download");
        Button button = robot.lookup("#dataset-fetch").query();
        robot.interact(button::fire);
        robot.interact(
                () -> robot.lookup("#dataset-fetch-cancel").<Button>query().fire());
        FxWait.until(() -> text(robot, "#dataset-fetch-said").contains("was cancelled; what has come is kept"));

        robot.interact(button::fire);
        room.datasets().fetching().completeExceptionally(new UserError("The computer is offline."));
        FxWait.until(() -> text(robot, "#dataset-fetch-said").equals("The computer is offline."));
        assertThat(robot.lookup("#dataset-fetch-said").query().getStyleClass()).contains("field-error");
        assertThat(path(robot)).isEmpty();
        assertThat(button.isDisabled()).as("may be tried again").isFalse();
    }

    @Test
    void aDatasetThatWasFetchedBeforeIsUsedWithoutAsking(FxRobot robot) {
        room.datasets().present();
        choose(robot, "cifar10");
        Button button = robot.lookup("#dataset-fetch").query();
        assertThat(button.getText()).isEqualTo("Use fetched");
        robot.interact(button::fire);
        choose(robot, "folder");
        room.datasets().fetching().complete(workspace);
        FxWait.until(() -> text(robot, "#dataset-fetch-said").contains("complete and checked"));
        assertThat(dialogs.asked()).isEmpty();
        assertThat(path(robot)).as("another dataset is chosen now").isEmpty();
    }

    @Test
    void eachDatasetOffersWhatItHas(FxRobot robot) {
        for (Dataset dataset : Dataset.values()) {
            choose(robot, dataset.name().toLowerCase(Locale.ROOT));
            for (String path : List.of("data.path", "data.split", "data.labels", "data.colour")) {
                assertThat(isShown(robot, path)).as(dataset + ", " + path).isEqualTo(dataset.uses(path));
            }
        }
        choose(robot, "mnist");
        set(robot, "data.colour", "grey");
        choose(robot, "shapes");
        assertThat(isShown(robot, "data.colour")).as("must be undone").isTrue();
        set(robot, "data.colour", "rgb");
        assertThat(isShown(robot, "data.colour")).isFalse();
    }

    private static boolean isShown(FxRobot robot, String path) {
        return robot.lookup("#field-" + path.replace('.', '-'))
                .query()
                .getParent()
                .getParent()
                .isVisible();
    }

    private static void set(FxRobot robot, String path, String choice) {
        robot.interact(() -> robot.lookup("#field-" + path.replace('.', '-'))
                .<ComboBox<String>>query()
                .setValue(choice));
    }

    @Test
    void eachNetworkOffersWhatItHas(FxRobot robot) {
        assertThat(isShown(robot, "model.classes")).isFalse();
        set(robot, "model.backbone", "cganpd");
        assertThat(isShown(robot, "model.classes")).isTrue();
        assertThat(isShown(robot, "model.conditional_norm")).isTrue();
        set(robot, "model.backbone", "sngan");
        assertThat(isShown(robot, "model.conditional_norm")).isFalse();
        write(robot, "model.classes", "7");
        assertThat(isShown(robot, "model.classes"))
                .as("a mistake is never hidden")
                .isTrue();
    }

    @Test
    void aFoldedSectionUnfoldsWhereSomethingInItIsWrong(FxRobot robot) {
        TitledPane section = robot.lookup(".form-section").queryAllAs(TitledPane.class).stream()
                .filter(pane -> pane.getText().startsWith("Loss"))
                .findFirst()
                .orElseThrow();
        assertThat(section.isExpanded()).isFalse();
        ComboBox<?> loss = (ComboBox<?>) section.getContent().lookup("#field-training-loss");
        assertThat(loss).isNotNull();
        set(robot, "discriminator.spectral_norm", "per_forward");
        robot.interact(() -> choose(loss, "wasserstein"));
        assertThat(section.isExpanded()).isTrue();
        assertThat(isShown(robot, "training.gradient_penalty_weight")).isTrue();
    }

    @SuppressWarnings("unchecked")
    private static void choose(ComboBox<?> box, String choice) {
        ((ComboBox<String>) box).setValue(choice);
    }
}
