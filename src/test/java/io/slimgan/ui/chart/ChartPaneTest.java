package io.slimgan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class ChartPaneTest {

    private final ChartOptions options = new ChartOptions();
    private final CurveData narrow = new CurveData();
    private final CurveData wide = new CurveData();

    @SuppressWarnings("NullAway.Init")
    private ChartPane chart;

    @Start
    void start(Stage stage) {
        for (int i = 0; i <= 1000; i++) {
            narrow.append(i, 5000 + i, i);
            wide.append(i, 5000 + i, 1000 - i);
        }
        options.setOrigin(5000);
        List<ChartSpec.Kind> kinds = List.of(new ChartSpec.Kind("real", ""), new ChartSpec.Kind("fake", ""));
        chart = new ChartPane(new ChartSpec("critic", "Critic", kinds, false), options, new PaintQueue());
        chart.add(new Curve("critic/real/0.25", "0.25×", 0, false, 0, narrow));
        chart.add(new Curve("critic/fake/1", "1×", 1, false, 1, wide));
        options.smoothing().set(0);
        stage.setScene(new Scene(chart, 700, 420));
        stage.show();
    }

    @Test
    void shows_everything_at_first(FxRobot robot) throws TimeoutException {
        until(() -> frame().lines().size() == 2);
        assertThat(frame().x()).isEqualTo(new Span(0, 1000));
        assertThat(frame().y().contains(new Span(0, 1000))).isTrue();
    }

    @Test
    void a_box_zooms_both_axes_and_a_double_click_resets_both(FxRobot robot) throws TimeoutException {
        until(() -> frame().lines().size() == 2);
        robot.drag(at(0.25, 0.25), MouseButton.PRIMARY).moveTo(at(0.4, 0.4)).dropTo(at(0.5, 0.5));
        until(() -> !chart.zoom().isAll());
        assertThat(chart.zoom().x().orElseThrow().low()).isCloseTo(250, within(20.0));
        assertThat(chart.zoom().x().orElseThrow().high()).isCloseTo(500, within(20.0));
        assertThat(chart.zoom().y()).isPresent();
        robot.doubleClickOn(at(0.5, 0.5));
        until(() -> chart.zoom().isAll());
        until(() -> frame().x().equals(new Span(0, 1000)));
        assertThat(frame().y().contains(new Span(0, 1000))).isTrue();
    }

    @Test
    void a_flat_box_zooms_across_only_and_the_button_resets(FxRobot robot) throws TimeoutException {
        until(() -> frame().lines().size() == 2);
        robot.drag(at(0.2, 0.5), MouseButton.PRIMARY).moveTo(at(0.3, 0.5)).dropTo(at(0.6, 0.5));
        until(() -> chart.zoom().x().isPresent());
        assertThat(chart.zoom().y()).isEmpty();
        robot.clickOn("#critic-reset");
        until(() -> chart.zoom().isAll());
    }

    @Test
    void the_wheel_zooms_around_the_mouse_and_out_again(FxRobot robot) throws TimeoutException {
        until(() -> frame().lines().size() == 2);
        robot.interact(() -> wheel(3, 40));
        until(() -> chart.zoom().x().isPresent());
        Span near = chart.zoom().x().orElseThrow();
        assertThat(near.length()).isLessThan(1000);
        assertThat((near.low() + near.high()) / 2).isCloseTo(500, within(30.0));
        robot.interact(() -> wheel(8, -40));
        until(() -> chart.zoom().isAll());
    }

    @Test
    void control_and_drag_moves_both_axes(FxRobot robot) throws TimeoutException {
        until(() -> frame().lines().size() == 2);
        robot.press(KeyCode.CONTROL)
                .drag(at(0.5, 0.5), MouseButton.PRIMARY)
                .moveTo(at(0.4, 0.4))
                .dropTo(at(0.3, 0.3))
                .release(KeyCode.CONTROL);
        until(() -> chart.zoom().x().isPresent() && chart.zoom().y().isPresent());
        Span x = chart.zoom().x().orElseThrow();
        assertThat(x.length()).isCloseTo(1000, within(1e-6));
        assertThat(x.low()).isCloseTo(200, within(25.0));
        assertThat(chart.zoom().y().orElseThrow().low()).isCloseTo(-50 + 0.2 * 1100, within(30.0));
    }

    @Test
    void the_crosshair_tells_the_values_of_all_curves_at_its_step(FxRobot robot) throws TimeoutException {
        until(() -> frame().lines().size() == 2);
        robot.moveTo(at(0.3, 0.5)).moveBy(1, 0);
        until(() -> !chart.readout().isEmpty());
        long step =
                Long.parseLong(chart.readout().lines().findFirst().orElseThrow().split("\\s+")[1]);
        assertThat(step).isBetween(280L, 320L);
        assertThat(chart.readout())
                .contains("0.25× " + Numbers.value(step))
                .contains("1× " + Numbers.value(1000 - step))
                .contains(Numbers.duration(step));
        robot.moveTo(chart.surface()).moveTo(at(-0.05, 0.5));
        until(() -> chart.readout().isEmpty());
    }

    @Test
    void a_width_or_a_kind_that_is_switched_off_is_not_drawn(FxRobot robot) throws TimeoutException {
        until(() -> frame().lines().size() == 2);
        robot.interact(() -> options.hiddenColours().add(0));
        until(() -> frame().lines().size() == 1);
        robot.interact(() -> options.hiddenColours().clear());
        robot.clickOn("#critic-kind-1");
        until(() -> frame().lines().size() == 1
                && frame().lines().get(0).curve().name().equals("0.25×"));
        robot.interact(() -> options.hiddenColours().add(0));
        until(() -> chart.message().contains("switched off"));
    }

    @Test
    void the_log_button_counts_decades(FxRobot robot) throws TimeoutException {
        until(() -> frame().lines().size() == 2);
        robot.clickOn("#critic-log");
        until(() -> frame().query().logY());
        assertThat(frame().y().high()).isCloseTo(3, within(0.2));
        assertThat(frame().belowLog()).isTrue();
    }

    @Test
    void new_points_are_drawn_and_nothing_is_drawn_without(FxRobot robot) throws Exception {
        until(() -> frame().lines().size() == 2);
        robot.interact(() -> {
            narrow.append(2000, 7000, 5);
            chart.dataChanged();
        });
        until(() -> {
            chart.tick();
            return frame().x().high() == 2000;
        });
        long drawn = chart.surface().paints();
        for (int i = 0; i < 10; i++) {
            robot.interact(chart::tick);
            Thread.sleep(50);
        }
        assertThat(chart.surface().paints()).isEqualTo(drawn);
    }

    /** What is on the screen; the chart has curves before the first test waits for them. */
    private PlotFrame frame() {
        return chart.surface().frame().orElseThrow();
    }

    /** Turns the wheel over the middle of the plot; the robot without a display has no wheel. FX thread. */
    private void wheel(int times, double delta) {
        Rectangle2D area = chart.area();
        Point2D middle = chart.surface().localToScene(area.getCenterX(), area.getCenterY());
        for (int i = 0; i < times; i++) {
            chart.surface().paint();
            Event.fireEvent(chart.surface(), scroll(middle, delta));
        }
    }

    private static ScrollEvent scroll(Point2D at, double delta) {
        ScrollEvent.HorizontalTextScrollUnits across = ScrollEvent.HorizontalTextScrollUnits.NONE;
        ScrollEvent.VerticalTextScrollUnits upwards = ScrollEvent.VerticalTextScrollUnits.NONE;
        return new ScrollEvent(
                ScrollEvent.SCROLL,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                false,
                false,
                false,
                false,
                true,
                false,
                0,
                delta,
                0,
                delta,
                across,
                0,
                upwards,
                0,
                0,
                null);
    }

    /** A place on the screen by its shares of the plot's inside, from the lower left. */
    private Point2D at(double x, double y) {
        Rectangle2D area = chart.area();
        return chart.surface()
                .localToScreen(area.getMinX() + x * area.getWidth(), area.getMaxY() - y * area.getHeight());
    }

    /** Waits for something that is true on the FX thread. */
    private void until(BooleanSupplier condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(
                20,
                TimeUnit.SECONDS,
                () -> WaitForAsyncUtils.waitForAsyncFx(
                        20_000, () -> chart.surface().paints() > 0 && condition.getAsBoolean()));
    }
}
