package io.slimgan.ui.scalars;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.events.EventWriter;
import io.slimgan.ui.FakeDialogs;
import io.slimgan.ui.FakeEngineRoom;
import io.slimgan.ui.FakeFilePicker;
import io.slimgan.ui.FakeSettings;
import io.slimgan.ui.ShownPage;
import io.slimgan.ui.chart.ChartPane;
import io.slimgan.ui.chart.Curve;
import io.slimgan.ui.common.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
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
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ScalarsPaneTest {

    @TempDir
    private Path folder;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private final FakeFilePicker picker = new FakeFilePicker();
    private final FakeDialogs dialogs = new FakeDialogs();

    @SuppressWarnings("NullAway.Init")
    private ScalarsPane pane;

    @Start
    void start(Stage stage) {
        pane = new ScalarsPane(dialogs, picker, background);
        ShownPage.show(stage, Theme.LIGHT, pane, 1080, 660);
    }

    @AfterEach
    void stop() {
        background.shutdownNow();
    }

    @Test
    void points_of_another_process_arrive_on_their_charts(FxRobot robot) throws TimeoutException {
        try (EventWriter log = EventWriter.open(folder)) {
            write(log, 10, 100);
            open(robot);
            until(() -> size("loss/generator/0.25") == 10);
            write(log, 110, 150);
            until(() -> size("loss/generator/0.25") == 15);
        }
        assertThat(chart("generator-loss").curves())
                .extracting(Curve::name)
                .containsExactly("0.25×", "0.5×", "0.75×", "1×");
        assertThat(chart("critic").curves()).hasSize(8);
        assertThat(chart("distillation").curves())
                .extracting(Curve::name)
                .contains("0.25× from 0.5×  weighted", "0.75× from 1×  raw");
        assertThat(chart("memory").curves()).hasSize(1);
        until(() -> chart("generator-loss").message().isEmpty());
    }

    @Test
    void curves_join_when_the_run_goes_on_from_a_checkpoint(FxRobot robot) throws TimeoutException {
        try (EventWriter log = EventWriter.open(folder)) {
            write(log, 10, 100);
        }
        open(robot);
        until(() -> size("loss/generator/1") == 10);
        try (EventWriter log = EventWriter.resume(folder, 50)) {
            write(log, 60, 80);
            until(() -> size("loss/generator/1") == 8);
        }
        Curve curve = curve("loss/generator/1");
        assertThat(IntStream.range(0, 8).mapToLong(i -> curve.data().step(i)))
                .containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L);
    }

    @Test
    void a_click_in_the_legend_switches_a_width_off_in_every_chart(FxRobot robot) throws TimeoutException {
        try (EventWriter log = EventWriter.open(folder)) {
            write(log, 10, 50);
        }
        open(robot);
        until(() -> size("loss/generator/1") == 5);
        for (String label : List.of("0_25", "0_5", "0_75", "1")) {
            robot.clickOn("#width-" + label);
        }
        until(() -> chart("generator-loss").message().contains("switched off"));
        until(() -> chart("distillation").message().contains("switched off"));
        robot.clickOn("#width-0_5");
        until(() -> chart("generator-loss").message().isEmpty());
        assertThat(chart("memory").message()).isEmpty();
    }

    @Test
    void smoothing_is_moved_or_typed(FxRobot robot) {
        open(robot);
        Slider slider = robot.lookup("#smoothing").query();
        TextField typed = robot.lookup("#smoothing-value").query();
        assertThat(slider.getValue()).isEqualTo(0.6);
        robot.interact(slider::requestFocus);
        robot.type(KeyCode.LEFT, 2);
        assertThat(slider.getValue()).isLessThan(0.6);
        robot.doubleClickOn(typed)
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("0.997")
                .push(KeyCode.ENTER);
        assertThat(slider.getValue()).isEqualTo(0.997);
        robot.doubleClickOn(typed)
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("much")
                .push(KeyCode.ENTER);
        assertThat(typed.getText()).isEqualTo("0.997");
        assertThat(slider.getValue()).isEqualTo(0.997);
    }

    @Test
    void an_empty_chart_says_why(FxRobot robot) throws TimeoutException {
        assertThat(robot.lookup("No run is open").tryQuery()).isPresent();
        robot.interact(() -> pane.open(new FakeEngineRoom().watchedRun(folder, FakeSettings.withWidths(1.0))));
        until(() -> chart("generator-loss").message().contains("one comes every 10 steps"));
        until(() -> chart("distillation").message().contains("one width"));
    }

    @Test
    void a_run_without_variety_is_not_promised_any(FxRobot robot) throws TimeoutException {
        try (EventWriter log = EventWriter.open(folder)) {
            write(log, 10, 300);
        }
        open(robot);
        until(() -> chart("variety").message().contains("written before"));
    }

    @Test
    void the_best_checkpoint_is_marked_on_the_curve_of_what_it_is_best_by(FxRobot robot) throws TimeoutException {
        try (EventWriter log = EventWriter.open(folder)) {
            log.scalar("quality/FID*-1k/0.5", 10, 30);
            log.scalar("quality/FID*-1k/0.5", 20, 20);
            log.scalar("quality/FID*-1k/0.5", 30, 25);
        }
        BestCheckpoints.none()
                .with("0.5", new BestCheckpoints.Best(20, "FID*-1k", "p", 20))
                .write(folder);
        open(robot);
        until(() -> size("quality/FID*-1k/0.5") == 3
                && !chart("quality-fid-fid-1k").marks().isEmpty());
        assertThat(chart("quality-fid-fid-1k").marks()).singleElement().satisfies(mark -> {
            assertThat(mark.good()).isTrue();
            assertThat(mark.step()).isEqualTo(20);
            assertThat(mark.text()).isEqualTo("The checkpoint of step 20: best.");
        });
        assertThat(chart("generator-loss").marks()).isEmpty();
    }

    @Test
    void a_scalar_that_is_not_known_gets_a_chart_of_its_own(FxRobot robot) throws TimeoutException {
        try (EventWriter log = EventWriter.open(folder)) {
            log.scalar("fid/0.25", 100, 40);
            log.scalar("fid/1", 100, 20);
            log.scalar("odd", 100, 1);
        }
        open(robot);
        until(() -> charts().stream().anyMatch(chart -> chart.spec().id().equals("odd")));
        assertThat(chart("fid").curves()).extracting(Curve::name).containsExactly("0.25×", "1×");
        robot.interact(() -> pane.close());
        assertThat(charts()).hasSize(ChartCatalog.charts().size());
    }

    @Test
    void one_chart_fills_the_pane_and_goes_back(FxRobot robot) throws TimeoutException {
        open(robot);
        WaitForAsyncUtils.waitForFxEvents();
        double small = chart("critic").getWidth();
        robot.clickOn("#critic-enlarge");
        until(() -> chart("critic").getWidth() > 2.5 * small);
        assertThat(chart("memory").isVisible()).isFalse();
        robot.doubleClickOn("Critic");
        until(() -> chart("critic").getWidth() == small);
        assertThat(chart("memory").isVisible()).isTrue();
    }

    @Test
    void no_chart_is_cut_off_at_the_sizes_that_count(FxRobot robot) throws TimeoutException {
        open(robot);
        until(() -> charts().stream().allMatch(chart -> chart.getWidth() > 300));
        for (ChartPane chart : charts()) {
            assertThat(pane.node()
                            .localToScene(pane.node().getLayoutBounds())
                            .contains(chart.localToScene(chart.getLayoutBounds())))
                    .as(chart.spec().id())
                    .isTrue();
        }
    }

    @Test
    void pictures_and_tables_are_written(FxRobot robot) throws TimeoutException, IOException {
        try (EventWriter log = EventWriter.open(folder)) {
            write(log, 10, 50);
        }
        open(robot);
        until(() -> size("loss/generator/1") == 5);
        Path picture = folder.resolve("out.png");
        picker.choose(picture);
        robot.interact(() -> pane.export());
        until(() -> Files.exists(picture));
        assertThat(picker.suggestedName()).isEqualTo(folder.getFileName() + "-curves.png");
        Path table = folder.resolve("out.csv");
        picker.choose(table);
        robot.clickOn("#generator-loss-export").clickOn("Values (CSV)…");
        until(() -> Files.exists(table));
        List<String> lines = Files.readAllLines(table);
        assertThat(lines).hasSize(6);
        assertThat(lines.get(0))
                .isEqualTo("step,time,loss/generator/0.25,loss/generator/0.5,loss/generator/0.75,loss/generator/1");
        assertThat(lines.get(1)).startsWith("10,").contains(",1.25");
    }

    @Test
    void what_cannot_be_written_is_told(FxRobot robot) throws TimeoutException {
        try (EventWriter log = EventWriter.open(folder)) {
            write(log, 10, 50);
        }
        open(robot);
        until(() -> size("loss/generator/1") == 5);
        picker.choose(folder);
        robot.interact(() -> pane.export());
        until(() -> !dialogs.problems().isEmpty());
    }

    private void open(FxRobot robot) {
        robot.interact(() -> pane.open(new FakeEngineRoom().watchedRun(folder, FakeSettings.small())));
    }

    private static void write(EventWriter log, long from, long to) {
        List<String> widths = List.of("0.25", "0.5", "0.75", "1");
        for (long step = from; step <= to; step += 10) {
            for (int i = 0; i < widths.size(); i++) {
                log.scalar("loss/discriminator/" + widths.get(i), step, 2 - i * 0.1);
                log.scalar("loss/generator/" + widths.get(i), step, 1.25 + i);
                log.scalar("critic/real/" + widths.get(i), step, 0.5);
                log.scalar("critic/fake/" + widths.get(i), step, -0.5);
                if (i > 0) {
                    String pair = widths.get(i - 1) + "-" + widths.get(i);
                    log.scalar("distillation/raw/" + pair, step, 0.01);
                    log.scalar("distillation/weighted/" + pair, step, 0.2);
                }
            }
            log.scalar("time/step_seconds", step, 0.2);
            log.scalar("time/images_per_second", step, 320);
            log.scalar("memory/resident_mib", step, 900);
        }
        log.flush();
    }

    private List<ChartPane> charts() {
        return pane.node().lookupAll(".chart-pane").stream()
                .map(ChartPane.class::cast)
                .toList();
    }

    private ChartPane chart(String id) {
        return charts().stream()
                .filter(chart -> chart.spec().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Curve curve(String tag) {
        return charts().stream()
                .flatMap(chart -> chart.curves().stream())
                .filter(curve -> curve.id().equals(tag))
                .findFirst()
                .orElseThrow();
    }

    private int size(String tag) {
        return charts().stream()
                .flatMap(chart -> chart.curves().stream())
                .filter(curve -> curve.id().equals(tag))
                .mapToInt(curve -> curve.data().size())
                .sum();
    }

    /** Ticks the pane until something is true. */
    private void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(20_000, () -> {
                    pane.tick();
                    return condition.getAsBoolean();
                }));
    }
}
