package io.slimgan.ui.tradeoff;

import static io.slimgan.ui.ShownPage.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.EvaluationStore;
import io.slimgan.session.EvaluationReference;
import io.slimgan.session.EvaluationRequest;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.FxWait;
import io.slimgan.ui.ShownPage;
import io.slimgan.ui.chart.PointChart;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class TradeoffPaneTest {

    @TempDir
    Path workspace;

    private final FakeMeasuring room = new FakeMeasuring();
    private final FakeDialogs dialogs = new FakeDialogs();
    private final FakeFilePicker files = new FakeFilePicker();
    private final AtomicInteger opened = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private TradeoffPane pane;

    @Start
    void start(Stage stage) {
        pane = new TradeoffPane(
                room.featureWeights(), dialogs, files, ForkJoinPool.commonPool(), opened::incrementAndGet);
        ShownPage.show(stage, Theme.LIGHT, pane, 1170, 660);
    }

    private OpenRun open(FxRobot robot, String name, Double... widths) {
        OpenRun run = room.trainingRun(workspace, name, FakeSettings.withWidths(widths));
        robot.interact(() -> pane.open(run));
        return run;
    }

    private OpenRun measuredRun(FxRobot robot) {
        Path folder =
                RunFolder.create(workspace, "measured", FakeSettings.small()).path();
        EvaluationStore.of(folder).write(FakeMeasuring.evaluation(1000, true));
        EvaluationStore.of(folder).write(FakeMeasuring.evaluation(2000, false));
        OpenRun run = room.watchedRun(folder, FakeSettings.small());
        robot.interact(() -> pane.open(run));
        FxWait.until(() -> {
            pane.tick();
            return isThere(robot, "#result-table") && history(robot).getItems().size() == 2;
        });
        return run;
    }

    private static boolean isThere(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().filter(TradeoffPaneTest::isShown).isPresent();
    }

    private static boolean isShown(Node node) {
        return node.isVisible() && (node.getParent() == null || isShown(node.getParent()));
    }

    private static void press(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).<ButtonBase>query().fire());
    }

    private static <T> void choose(FxRobot robot, String id, int index) {
        robot.interact(
                () -> robot.lookup(id).<ComboBox<T>>query().getSelectionModel().select(index));
    }

    private static void type(FxRobot robot, String id, String text) {
        robot.interact(() -> robot.lookup(id).<TextInputControl>query().setText(text));
    }

    private static ComboBox<?> history(FxRobot robot) {
        return robot.lookup("#evaluations").query();
    }

    @Test
    void withoutARunItOffersToOpenOne(FxRobot robot) {
        assertThat(isThere(robot, "#empty-state")).isTrue();
        press(robot, "#quality-empty-action");
        assertThat(opened).hasValue(1);
    }

    @Test
    void theQuickProtocolIsOnePress(FxRobot robot) {
        OpenRun run = open(robot, "quick", 0.25, 0.5, 0.75, 1.0);
        press(robot, "#measure");

        EvaluationRequest request = room.requests().get(0);
        assertThat(request.subjects())
                .containsExactly(new EvaluationSubject.Checkpoint(run.folder(), OptionalLong.empty()));
        assertThat(request.against()).isEqualTo(new EvaluationReference.OwnDataset());
        assertThat(request.plan().samples()).isEqualTo(1000);
        assertThat(request.plan().metrics()).containsExactly(Metric.FID, Metric.MIC);
        assertThat(request.plan().features()).isEmpty();
        assertThat(request.threads()).as("the run trains on").isPositive();
        assertThat(text(robot, "#measure-activity")).isEqualTo("Measuring: 1 of 2 images");
        assertThat(isThere(robot, "#measure")).isFalse();

        room.answer().complete(List.of(FakeMeasuring.evaluation(2000, false)));
        FxWait.until(() -> isThere(robot, "#result-table") && isThere(robot, "#measure"));
        assertThat(text(robot, "#mean-consistency")).startsWith("mIC*-1k = 24.50");
        assertThat(text(robot, "#measure-note")).contains("fewer samples").contains("never with papers");
    }

    @Test
    void allThatCanBeChosenArrives(FxRobot robot) throws Exception {
        open(robot, "full", 0.25, 0.5, 0.75, 1.0);
        Path weights = Files.writeString(workspace.resolve("weights.pth"), "x");
        Path statistics = Files.writeString(workspace.resolve("real.npz"), "x");
        choose(robot, "#measure-protocol", 3);
        type(robot, "#measure-samples", "2500");
        robot.interact(() -> robot.lookup("#metric-is").<CheckBox>query().setSelected(true));
        robot.interact(() -> robot.lookup("#metric-mic").<CheckBox>query().setSelected(false));
        choose(robot, "#measure-features", 1);
        files.choose(weights);
        press(robot, "#measure-weights-file-choose");
        choose(robot, "#measure-tap", 3);
        choose(robot, "#measure-against", 2);
        files.choose(statistics);
        press(robot, "#measure-against-path-choose");
        choose(robot, "#measure-preprocessing", 2);
        choose(robot, "#measure-quantisation", 1);
        type(robot, "#measure-seeds", "3");
        type(robot, "#measure-seed", "7");
        press(robot, "#measure");

        EvaluationRequest request = room.requests().get(0);
        assertThat(request.against()).isEqualTo(new EvaluationReference.Statistics(statistics));
        assertThat(request.plan().metrics()).containsExactly(Metric.FID, Metric.IS);
        assertThat(request.plan().samples()).isEqualTo(2500);
        assertThat(request.plan().features()).contains(weights);
        assertThat(request.plan().tap()).isEqualTo(OptionalInt.of(768));
        assertThat(request.plan().preprocessing().code()).isEqualTo("clean");
        assertThat(request.plan().quantisation().code()).isEqualTo("min-max");
        assertThat(request.plan().seeds()).isEqualTo(3);
        assertThat(request.plan().seed()).isEqualTo(7);
    }

    @Test
    void whatIsWrongIsSaidBesideItsField(FxRobot robot) {
        open(robot, "wrong", 0.25, 0.5, 0.75, 1.0);
        choose(robot, "#measure-protocol", 3);
        type(robot, "#measure-samples", "3");
        choose(robot, "#measure-against", 1);
        assertThat(isThere(robot, "#error-samples"))
                .as("nothing is scolded early")
                .isFalse();
        robot.interact(() -> robot.lookup("#metric-fid").<CheckBox>query().setSelected(false));
        robot.interact(() -> robot.lookup("#metric-mic").<CheckBox>query().setSelected(false));
        press(robot, "#measure");

        assertThat(room.requests()).isEmpty();
        assertThat(text(robot, "#error-samples")).contains("from 10 to 1,000,000");
        assertThat(text(robot, "#error-metrics")).isEqualTo("Choose at least one metric.");
        assertThat(text(robot, "#error-against")).isEqualTo("Name or choose a folder.");

        type(robot, "#measure-samples", "300");
        assertThat(isThere(robot, "#error-samples")).isFalse();
    }

    @Test
    void aRunsFolderIsNoRealImages(FxRobot robot) {
        OpenRun run = open(robot, "itself", 0.25, 0.5, 0.75, 1.0);
        choose(robot, "#measure-against", 1);
        type(robot, "#measure-against-path", run.folder().toString());
        press(robot, "#measure");

        assertThat(room.requests()).isEmpty();
        assertThat(text(robot, "#error-against"))
                .isEqualTo("This is a run, whose pictures are no real images; allowed are shapes, a dataset's folder, a"
                        + " folder of images, and statistics.");
        type(robot, "#measure-against-path", workspace.toString());
        press(robot, "#measure");
        assertThat(room.requests().get(0).against()).isEqualTo(new EvaluationReference.Images(workspace));
    }

    @Test
    void cancellingAndFailingAreToldInTheWindow(FxRobot robot) {
        open(robot, "cancelled", 0.25, 0.5, 0.75, 1.0);
        press(robot, "#measure");
        press(robot, "#measure-cancel");
        FxWait.until(() -> isThere(robot, "#measure") && noticed(robot).contains("cancelled"));

        press(robot, "#measure");
        room.answer().completeExceptionally(new UserError("The folder x holds no image."));
        FxWait.until(() -> noticed(robot).equals("The folder x holds no image."));
        assertThat(isThere(robot, "#measure")).isTrue();
    }

    @Test
    void weightsAreFoundChosenAndDownloaded(FxRobot robot) throws Exception {
        Path weights = Files.writeString(workspace.resolve("inception.pth"), "x");
        open(robot, "features", 0.25, 0.5, 0.75, 1.0);
        choose(robot, "#measure-features", 1);
        assertThat(isThere(robot, "#weights-download")).isTrue();

        dialogs.answer("Download");
        press(robot, "#weights-download");
        robot.interact(pane::tick);
        assertThat(text(robot, "#weights-said")).isEqualTo("28.6 MiB of 90.6 MiB");
        press(robot, "#weights-cancel");
        FxWait.until(() -> text(robot, "#weights-said").contains("cancelled"));

        press(robot, "#weights-download");
        room.featureWeights().fetching().completeExceptionally(new UserError("There is no network; try again later."));
        FxWait.until(() -> text(robot, "#weights-said").equals("There is no network; try again later."));

        files.choose(Files.writeString(workspace.resolve("bad.pth"), "x"));
        press(robot, "#measure-weights-file-choose");
        FxWait.until(() -> text(robot, "#weights-said").endsWith("holds no Inception weights."));

        robot.interact(() -> pane.useWeights(weights));
        FxWait.until(() -> text(robot, "#weights-said").equals("Read and remembered."));
        assertThat(room.featureWeights().known()).contains(weights);
        press(robot, "#measure");
        assertThat(room.requests().get(0).plan().features()).contains(weights);
    }

    @Test
    void rememberedWeightsStandInTheForm(FxRobot robot) throws Exception {
        Path weights = Files.writeString(workspace.resolve("inception.pth"), "x");
        room.featureWeights().know(weights);
        open(robot, "remembered", 1.0);
        TextInputControl field = robot.lookup("#measure-weights-file").query();
        FxWait.until(() -> field.getText().equals(weights.toString()));
    }

    private static String noticed(FxRobot robot) {
        return robot.lookup("#notice .label").<Labeled>queryAll().stream()
                .map(Labeled::getText)
                .findFirst()
                .orElse("");
    }

    @Test
    void aSingleWidthHasNoConsistency(FxRobot robot) {
        open(robot, "one", 1.0);
        assertThat(robot.lookup("#metric-mic").query().isDisabled()).isTrue();
        press(robot, "#measure");
        assertThat(room.requests().get(0).plan().metrics()).containsExactly(Metric.FID);
    }

    @Test
    void pastEvaluationsAreListedAndShown(FxRobot robot) {
        measuredRun(robot);
        assertThat(robot.lookup("#result-table").<ResultTable>query().getItems())
                .extracting(ResultSheet.Row::label)
                .containsExactly("0.25×", "0.5×", "0.75×", "1×", "All", "Real");
        PointChart chart = robot.lookup("#quality-chart").query();
        FxWait.until(() -> chart.points().size() == 4);
        assertThat(chart.points().get(2).y()).isEqualTo(120.25);

        choose(robot, "#evaluations", 1);
        assertThat(text(robot, "#mean-consistency")).startsWith("mIC-1k");
        assertThat(text(robot, "#measure-note")).doesNotContain("papers");
    }

    private static List<String> times(FxRobot robot) {
        return robot.lookup("#result-table").<ResultTable>query().getItems().stream()
                .map(row -> row.time().map(t -> Double.toString(t.median())).orElse("-"))
                .toList();
    }

    @Test
    void timesAreThoseThatReportsTell(FxRobot robot) {
        OpenRun run = measuredRun(robot);
        assertThat(times(robot)).as("there is no checkpoint to draw from").containsOnly("-");
        Map<String, DrawingTimes.Spread> kept = new HashMap<>();
        List.of("0.25", "0.5", "0.75", "1").forEach(w -> kept.put(w, new DrawingTimes.Spread(7.25, 7, 8)));
        new DrawingTimes(16, 1, kept).write(run.folder(), "weights");
        FxWait.until(() -> {
            pane.tick();
            return times(robot).equals(List.of("7.25", "7.25", "7.25", "7.25", "-", "-"));
        });
        assertThat(room.timed()).as("nothing is measured that is known").isEmpty();
        choose(robot, "#quality-cost", 2);
        PointChart chart = robot.lookup("#quality-chart").query();
        assertThat(chart.points().get(0).tip())
                .contains("Milliseconds for 16 images, 1 thread; median of many drawings: 7.250");
    }

    @Test
    void timesAreMeasuredOnceOfWhatIsShown() {
        AtomicInteger told = new AtomicInteger();
        ShownTimes times = new ShownTimes(told::incrementAndGet);
        OpenRun run = room.watchedRun(workspace.resolve("run"), FakeSettings.small());
        Evaluation old = FakeMeasuring.evaluation(1000, true);
        for (int i = 0; i < 3; i++) {
            times.want(run, old, List.of(1000L, 2000L));
        }
        FxWait.until(() -> told.get() == 1);
        times.want(run, FakeMeasuring.evaluation(3000, true), List.of(1000L, 2000L));
        FxWait.until(() -> told.get() == 2);

        assertThat(room.timed())
                .containsExactly(
                        new EvaluationSubject.Checkpoint(run.folder(), OptionalLong.of(1000)),
                        new EvaluationSubject.Checkpoint(run.folder(), OptionalLong.empty()));
        assertThat(times.of(old).orElseThrow().of(new Width(1, 3)).orElseThrow().median())
                .isEqualTo(102);
    }

    @Test
    void whileARunIsReadNothingIsClaimedOfIt(FxRobot robot) {
        Path folder = RunFolder.create(workspace, "slow", FakeSettings.small()).path();
        robot.interact(() -> pane.open(room.watchedRun(folder, FakeSettings.small())));
        assertThat(robot.lookup("Reading the run…").tryQuery()).isPresent();
        assertThat(isThere(robot, "#quality-empty-action")).isFalse();
        FxWait.until(() -> {
            pane.tick();
            return isThere(robot, "#quality-empty-action");
        });
    }

    @Test
    void theBestCheckpointsAreMarkedWhereWeightsAreChosen(FxRobot robot) {
        MeasuringForm form = robot.lookup(node -> node instanceof MeasuringForm).query();
        BestCheckpoints best = BestCheckpoints.none()
                .with("0.5", new BestCheckpoints.Best(20, "FID*-1k", "p", 3))
                .with("0.25", new BestCheckpoints.Best(10, "FID*-1k", "p", 9));
        robot.interact(() -> form.offer(List.of(10L, 20L), best));
        ComboBox<OptionalLong> weights = robot.lookup("#measure-weights").query();
        assertThat(weights.getItems())
                .extracting(item -> weights.getConverter().toString(item))
                .containsExactly("Newest checkpoint", "Step 20 · best 0.5×", "Step 10 · best 0.25×");
    }

    @Test
    void whatAnotherProcessMeasuresDoesNotTakeThePlaceOfAnOlderOneThatIsShown(FxRobot robot) {
        Path folder = measuredRun(robot).folder();
        choose(robot, "#evaluations", 1);
        EvaluationStore.of(folder).write(FakeMeasuring.evaluation(3000, false));
        FxWait.until(() -> {
            pane.tick();
            return history(robot).getItems().size() == 3;
        });
        assertThat(text(robot, "#mean-consistency")).startsWith("mIC-1k");
    }

    @Test
    void theTableGoesToTheClipboard(FxRobot robot) throws Exception {
        measuredRun(robot);
        robot.clickOn("#copy-results").clickOn("#copy-markdown");
        String[] copied = {""};
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertThat(copied[0])
                .contains("| Width | Parameters |")
                .contains("**120.3**")
                .contains("tap 64");

        Path csv = workspace.resolve("values.csv");
        files.choose(csv);
        robot.interact(() -> {
            assertThat(pane.canExport()).isTrue();
            pane.export();
        });
        FxWait.until(() -> Files.exists(csv));
        assertThat(Files.readAllLines(csv))
                .hasSize(15)
                .element(1)
                .asString()
                .startsWith("quick,2000,fid,FID*-1k,0.25,");
    }

    @Test
    void whatTheDiskDidNotTakeStaysInTheWindowAndIsTold(FxRobot robot) {
        measuredRun(robot);
        room.remark("What was measured on measured is not kept. The disk is full.");
        press(robot, "#measure");
        room.answer().complete(List.of(FakeMeasuring.evaluation(4000, false)));
        FxWait.until(() -> noticed(robot).contains("The disk is full."));
        for (int i = 0; i < 3; i++) {
            robot.interact(pane::tick);
            robot.sleep(100);
        }
        assertThat(history(robot).getItems()).hasSize(3);
        assertThat(((Evaluation) history(robot).getValue()).step()).hasValue(4000);
    }

    @Test
    void aMeasurementGoesOnBesideAnotherRun(FxRobot robot) {
        open(robot, "first", 0.25, 0.5, 0.75, 1.0);
        press(robot, "#measure");
        open(robot, "second", 0.25, 0.5, 0.75, 1.0);
        robot.interact(pane::tick);
        assertThat(text(robot, "#measure-activity")).startsWith("first: ");

        room.answer().complete(List.of(FakeMeasuring.evaluation(5, false)));
        FxWait.until(() -> isThere(robot, "#measure"));
        assertThat(isThere(robot, "#result-table")).as("it is the first's").isFalse();
    }
}
