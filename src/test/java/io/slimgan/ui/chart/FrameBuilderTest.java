package io.slimgan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class FrameBuilderTest {

    private final FrameBuilder builder = new FrameBuilder();

    @Test
    void everything_is_shown_until_the_user_chooses() {
        PlotFrame frame = build(query(false, false, 0, false, Zoom.ALL), curve(1000, i -> i));
        assertThat(frame.x()).isEqualTo(new Span(0, 999));
        assertThat(frame.y().contains(new Span(0, 999))).isTrue();
    }

    @Test
    void the_vertical_axis_follows_the_stretch_that_is_shown() {
        Zoom zoom = Zoom.ALL.withX(new Span(100, 200));
        PlotFrame frame = build(query(false, false, 0, false, zoom), curve(1000, i -> i));
        assertThat(frame.y().low()).isBetween(90.0, 100.0);
        assertThat(frame.y().high()).isBetween(200.0, 210.0);
    }

    @Test
    void what_the_user_chose_upwards_stays() {
        Zoom zoom = Zoom.ALL.withY(new Span(-3, 3));
        assertThat(build(query(false, false, 0, false, zoom), curve(10, i -> i)).y())
                .isEqualTo(new Span(-3, 3));
    }

    @Test
    void outliers_are_left_out_of_the_axis_only_when_asked() {
        Curve spiky = curve(1000, i -> i % 300 == 7 ? 1e6 : Math.sin(i));
        assertThat(build(query(false, false, 0, false, Zoom.ALL), spiky).y().high())
                .isGreaterThan(1e6);
        Span clipped = build(query(false, false, 0, true, Zoom.ALL), spiky).y();
        assertThat(clipped.high()).isBetween(1.0, 3.0);
        assertThat(clipped.low()).isBetween(-1.3, -1.0);
    }

    @Test
    void clipping_keeps_every_value_of_a_series_without_outliers() {
        Curve calm = curve(1000, i -> Math.sin(i));
        Span all = build(query(false, false, 0, false, Zoom.ALL), calm).y();
        Span clipped = build(query(false, false, 0, true, Zoom.ALL), calm).y();
        assertThat(clipped).isEqualTo(all);
    }

    @Test
    void a_log_axis_counts_decades_and_says_what_it_cannot_show() {
        PlotFrame frame = build(query(false, true, 0, false, Zoom.ALL), curve(100, i -> i - 10));
        assertThat(frame.belowLog()).isTrue();
        assertThat(frame.y().high()).isCloseTo(Math.log10(89), within(0.2));
        PlotFrame nothing = build(query(false, true, 0, false, Zoom.ALL), curve(100, i -> -i));
        assertThat(nothing.message()).contains("zero or less");
    }

    @Test
    void a_log_axis_across_begins_at_the_first_step_above_zero() {
        PlotFrame frame = build(query(true, false, 0, false, Zoom.ALL), curve(1001, i -> i));
        assertThat(frame.x()).isEqualTo(new Span(0, 3));
    }

    @Test
    void the_smoothed_line_has_the_raw_one_behind_it() {
        PlotFrame frame = build(query(false, false, 0.9, false, Zoom.ALL), curve(50, i -> i % 2));
        assertThat(frame.lines().get(0).raw().y(1)).isEqualTo(1);
        assertThat(frame.lines().get(0).smooth().orElseThrow().y(49)).isCloseTo(0.5, within(0.1));
        assertThat(build(query(false, false, 0, false, Zoom.ALL), curve(50, i -> i))
                        .lines()
                        .get(0)
                        .smooth())
                .isEmpty();
    }

    @Test
    void an_empty_chart_says_why() {
        assertThat(build(query(false, false, 0, false, Zoom.ALL), curve(0, i -> i))
                        .message())
                .isEqualTo("nothing yet");
        assertThat(build(query(false, false, 0, false, Zoom.ALL), curve(9, i -> Double.NaN))
                        .message())
                .contains("No finite values");
        Zoom beyond = Zoom.ALL.withX(new Span(5000, 6000));
        assertThat(build(query(false, false, 0, false, beyond), curve(9, i -> i))
                        .message())
                .contains("No points in this stretch");
        PlotFrame off =
                builder.build(query(false, false, 0, false, Zoom.ALL), List.of(curve(9, i -> i)), List.of(), 300);
        assertThat(off.message()).contains("switched off");
    }

    @Test
    void relative_time_begins_at_the_origin() {
        PlotFrame.Query query =
                new PlotFrame.Query(XAxis.RELATIVE, 1000, false, false, 0, false, Zoom.ALL, List.of(), "");
        PlotFrame frame = build(query, curve(61, i -> i));
        assertThat(frame.x()).isEqualTo(new Span(0, 60));
        Readout readout = Readout.at(frame, 29.6).orElseThrow();
        assertThat(readout.step()).isEqualTo(30);
        assertThat(readout.position()).isEqualTo(30);
        assertThat(readout.wall()).isEqualTo(1030);
    }

    @Test
    void a_single_point_gets_a_second_of_wall_time_and_not_years() {
        PlotFrame.Query query = new PlotFrame.Query(XAxis.WALL, 0, false, false, 0, false, Zoom.ALL, List.of(), "");
        CurveData data = new CurveData();
        data.append(1, 1_700_000_000, 2);
        PlotFrame frame = build(query, new Curve("a", "a", 0, false, 0, data));
        assertThat(frame.x().length()).isEqualTo(1);
        assertThat(frame.y().contains(2)).isTrue();
    }

    @Test
    void a_readout_names_the_step_of_a_curve_that_has_no_point_there() {
        CurveData rare = new CurveData();
        rare.append(0, 1000, 1);
        rare.append(50, 1050, 2);
        PlotFrame frame = builder.build(
                query(false, false, 0, false, Zoom.ALL),
                List.of(),
                List.of(curve(100, i -> i), new Curve("rare", "rare", 0, false, 1, rare)),
                300);
        assertThat(frame.isEmpty()).isTrue();
        List<Curve> both = List.of(curve(100, i -> i), new Curve("rare", "rare", 0, false, 1, rare));
        frame = builder.build(query(false, false, 0, false, Zoom.ALL), both, both, 300);
        Readout readout = Readout.at(frame, 30.2).orElseThrow();
        assertThat(readout.step()).isEqualTo(30);
        assertThat(readout.rows()).extracting(Readout.Row::step).containsExactly(30L, 50L);
        assertThat(readout.rows()).extracting(Readout.Row::value).containsExactly(30.0, 2.0);
    }

    private PlotFrame build(PlotFrame.Query query, Curve curve) {
        return builder.build(query, List.of(curve), List.of(curve), 300);
    }

    private static PlotFrame.Query query(boolean logX, boolean logY, double smoothing, boolean clip, Zoom zoom) {
        return new PlotFrame.Query(XAxis.STEP, 0, logX, logY, smoothing, clip, zoom, List.of(), "nothing yet");
    }

    private static Curve curve(int size, IntToDoubleFunction value) {
        CurveData data = new CurveData();
        for (int i = 0; i < size; i++) {
            data.append(i, 1000 + i, value.applyAsDouble(i));
        }
        return new Curve("loss/discriminator/1", "1×", 0, false, 0, data);
    }
}
