package io.slimgan.ui.reports;

import static io.slimgan.ui.ShownPage.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.UserError;
import io.slimgan.report.mic.MicReport;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.runs.RunFolder;
import io.slimgan.session.EvaluationProgress;
import io.slimgan.session.EvaluationReference;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.session.ReportJob;
import io.slimgan.session.ReportRequest;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.FxWait;
import io.slimgan.ui.ShownPage;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ReportsPaneTest {

    @TempDir
    Path workspace;

    private final Room room = new Room();
    private final FakeFilePicker files = new FakeFilePicker();
    private final AtomicInteger opened = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private ReportsPane pane;

    /** Keeps reports waiting until a test answers. */
    private static final class Room extends FakeEngineRoom {

        private final List<ReportRequest> requests = new CopyOnWriteArrayList<>();
        private volatile CompletableFuture<MicReport> answer = new CompletableFuture<>();

        @Override
        public ReportJob report(ReportRequest request) {
            requests.add(request);
            CompletableFuture<MicReport> result = new CompletableFuture<>();
            answer = result;
            return new ReportJob() {
                @Override
                public EvaluationProgress progress() {
                    return new EvaluationProgress("Measuring mIC", 200, 1000);
                }

                @Override
                public void cancel() {
                    result.completeExceptionally(new CancellationException("Cancelled."));
                }

                @Override
                public CompletableFuture<MicReport> result() {
                    return result.copy();
                }
            };
        }
    }

    @Start
    void start(Stage stage) {
        pane = new ReportsPane(
                room, new FakeDialogs(), files, ForkJoinPool.commonPool(), () -> workspace, opened::incrementAndGet);
        ShownPage.show(stage, Theme.LIGHT, pane, 1170, 660);
    }

    private Path run(String name, long... steps) throws IOException {
        Path folder = RunFolder.create(workspace, name, FakeSettings.small()).path();
        for (long step : steps) {
            Path checkpoint = folder.resolve("checkpoints").resolve(CheckpointStore.stepName(step));
            Files.writeString(Files.createDirectories(checkpoint).resolve("state.json"), "{}");
        }
        return folder;
    }

    private void listed(FxRobot robot, int count) {
        robot.interact(pane::close); // reads at the next tick
        FxWait.until(() -> {
            pane.tick();
            return robot.lookup(node -> String.valueOf(node.getId()).matches("report-run-\\d+"))
                            .queryAll()
                            .size()
                    == count;
        });
    }

    private static CheckBox box(FxRobot robot, String name) {
        return robot.lookup(
                        node -> node instanceof CheckBox box && box.getText().equals(name))
                .query();
    }

    private static void press(FxRobot robot, ButtonBase button) {
        robot.interact(button::fire);
    }

    private static void press(FxRobot robot, String id) {
        press(robot, robot.lookup(id).<ButtonBase>query());
    }

    private static boolean isShown(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(Node::isVisible).isPresent();
    }

    @Test
    void withoutRunsItOffersToOpenOne(FxRobot robot) {
        robot.interact(pane::tick);
        assertThat(isShown(robot, "#empty-state")).isTrue();
        press(robot, "#reports-empty-action");
        assertThat(opened).hasValue(1);
    }

    @Test
    void upToFourRunsAtTheirCheckpointsAreAskedFor(FxRobot robot) throws IOException {
        Path first = run("first", 100, 200);
        Path second = run("second", 300);
        for (String name : new String[] {"third", "fourth", "fifth"}) {
            run(name, 100);
        }
        run("young");
        listed(robot, 6);
        assertThat(box(robot, "young").isDisabled()).as("without a checkpoint").isTrue();

        for (String name : new String[] {"second", "first", "third", "fourth"}) {
            press(robot, box(robot, name));
        }
        assertThat(box(robot, "fifth").isDisabled()).as("four are enough").isTrue();
        press(robot, box(robot, "third"));
        press(robot, box(robot, "fourth"));
        String index = box(robot, "first").getId().replace("report-run-", "");
        ComboBox<?> checkpoints = robot.lookup("#report-checkpoint-" + index).query();
        assertThat(checkpoints.getItems()).hasSize(3);
        robot.interact(() -> checkpoints.getSelectionModel().select(2));
        assertThat(robot.lookup("#report-folder").<TextField>query().getText())
                .isEqualTo(workspace
                        .resolve("reports")
                        .resolve("second and 1 more")
                        .toString());
        press(robot, "#make-report");

        assertThat(room.requests.get(0).runs())
                .containsExactly(
                        new EvaluationSubject.Checkpoint(second, OptionalLong.empty()),
                        new EvaluationSubject.Checkpoint(first, OptionalLong.of(100)));
        assertThat(room.requests.get(0).plan().samples()).isEqualTo(1000);
        assertThat(text(robot, "#make-report-activity")).isEqualTo("Measuring mIC: 200 of 1,000 images");
    }

    @Test
    void whatIsMissingIsSaidBesideIt(FxRobot robot) throws IOException {
        run("only", 100);
        listed(robot, 1);
        for (String form : new String[] {"html", "pdf", "json", "csv"}) {
            press(robot, "#report-form-" + form);
        }
        robot.interact(() -> robot.lookup("#report-features")
                .<ComboBox<?>>query()
                .getSelectionModel()
                .select(1));
        press(robot, "#make-report");

        assertThat(room.requests).isEmpty();
        assertThat(text(robot, "#error-report-runs")).isEqualTo("Choose one to four runs.");
        assertThat(text(robot, "#error-report-forms")).isEqualTo("Choose at least one form.");
        assertThat(text(robot, "#error-report-folder")).isEqualTo("Name or choose a folder.");
        assertThat(text(robot, "#error-report-features")).startsWith("No weights are known");
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).<TextField>query().setText(text));
    }

    private static void choose(FxRobot robot, String id, int index) {
        robot.interact(
                () -> robot.lookup(id).<ComboBox<?>>query().getSelectionModel().select(index));
    }

    @Test
    void theFoldOpensWhereSomethingInItIsWrong(FxRobot robot) throws IOException {
        Path folder = run("mine", 100);
        listed(robot, 1);
        press(robot, box(robot, "mine"));
        TitledPane fold = robot.lookup("#report-advanced").query();
        assertThat(fold.isExpanded()).isFalse();
        type(robot, "#report-samples", "9");
        type(robot, "#report-seeds", "none");
        choose(robot, "#report-against", 1);
        type(robot, "#report-against-path", folder.toString());
        press(robot, "#make-report");

        assertThat(room.requests).isEmpty();
        assertThat(fold.isExpanded()).isTrue();
        assertThat(text(robot, "#error-report-samples"))
                .isEqualTo("The number of samples is a whole number from 10 to 1,000,000.");
        assertThat(text(robot, "#error-report-seeds"))
                .isEqualTo("The number of seeds is a whole number from 1 to 100.");
        assertThat(text(robot, "#error-report-against")).startsWith("This is a run, whose pictures are no real images");
        assertThat(((Labeled) fold.getGraphic()).getText()).isEqualTo("3 problems");
    }

    @Test
    void whatTheFoldHoldsArrives(FxRobot robot) throws IOException {
        room.featureWeights().know(Files.writeString(workspace.resolve("inception.pth"), "x"));
        run("mine", 100);
        listed(robot, 1);
        press(robot, box(robot, "mine"));
        choose(robot, "#report-features", 1);
        FxWait.until(() -> text(robot, "#error-report-features").isEmpty());
        type(robot, "#report-samples", "2,500");
        choose(robot, "#report-tap", 3);
        type(robot, "#report-seeds", "3");
        type(robot, "#report-seed", "7");
        choose(robot, "#report-against", 1);
        type(robot, "#report-against-path", workspace.toString());
        FxWait.until(() -> {
            press(robot, "#make-report");
            return !room.requests.isEmpty();
        });

        ReportRequest request = room.requests.get(0);
        assertThat(request.plan().samples()).isEqualTo(2500);
        assertThat(request.plan().inceptionSamples()).isEqualTo(2500);
        assertThat(request.plan().tap()).isEqualTo(OptionalInt.of(768));
        assertThat(request.plan().seeds()).isEqualTo(3);
        assertThat(request.plan().seed()).isEqualTo(7);
        assertThat(request.against()).isEqualTo(new EvaluationReference.Images(workspace));
    }

    @Test
    void theOpenRunIsOneCommand(FxRobot robot) throws IOException {
        Path folder = run("mine", 100);
        OpenRun run = room.watchedRun(folder, FakeSettings.small());
        robot.interact(() -> {
            pane.open(run);
            pane.makeOf(run);
        });
        assertThat(room.requests.get(0).runs())
                .containsExactly(new EvaluationSubject.Checkpoint(folder, OptionalLong.empty()));
        assertThat(robot.lookup("#report-folder").<TextField>query().getText())
                .isEqualTo(folder.resolve("report").toString());

        press(robot, "#make-report-cancel");
        FxWait.until(() -> isShown(robot, "#make-report"));
        press(robot, "#make-report");
        room.answer.completeExceptionally(new UserError("Run mine has no dataset any more."));
        FxWait.until(() -> robot.lookup("#notice .label").<Labeled>queryAll().stream()
                .anyMatch(label -> label.getText().equals("Run mine has no dataset any more.")));
    }

    @Test
    void writtenFilesCanBeOpened(FxRobot robot) throws IOException {
        Path page = Files.writeString(workspace.resolve("mic-report.html"), "<html>");
        WrittenFiles written = new WrittenFiles(files);
        robot.interact(() -> {
            written.show(List.of(page));
            pane.node().getScene().setRoot(written);
        });
        press(robot, "#open-html");
        press(robot, "#folder-of-html");
        assertThat(files.revealed()).containsExactly(page, workspace);
    }
}
