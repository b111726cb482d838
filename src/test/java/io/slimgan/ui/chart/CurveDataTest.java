package io.slimgan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CurveDataTest {

    @Test
    void a_restart_cuts_the_end_off_and_the_curve_joins() {
        CurveData data = ramp(1000);
        data.smoothed(0.6);
        assertThat(data.dropAfter(499)).isTrue();
        assertThat(data.dropAfter(499)).isFalse();
        data.append(500, 2000, -1);
        assertThat(data.size()).isEqualTo(501);
        assertThat(steps(data)).isSorted();
        CurveData straight = ramp(500);
        straight.append(500, 2000, -1);
        assertThat(data.smoothed(0.6)[500]).isEqualTo(straight.smoothed(0.6)[500]);
    }

    @Test
    void a_step_that_comes_again_without_a_mark_replaces_what_was_there() {
        CurveData data = ramp(100);
        data.append(40, 500, 7);
        assertThat(data.size()).isEqualTo(41);
        assertThat(data.value(40)).isEqualTo(7);
    }

    @Test
    void a_clock_that_was_set_back_stands_still() {
        CurveData data = new CurveData();
        data.append(1, 100, 0);
        data.append(2, 50, 0);
        data.append(3, 101, 0);
        assertThat(data.wall(1)).isEqualTo(100);
        assertThat(data.wall(2)).isEqualTo(101);
    }

    @Test
    void a_restart_at_nothing_leaves_nothing() {
        CurveData data = ramp(10);
        data.dropAfter(-1);
        assertThat(data.size()).isZero();
        assertThat(data.nearest(XAxis.STEP, 3)).isEqualTo(-1);
    }

    @Test
    void a_curve_is_the_same_whether_its_extremes_are_indexed_or_not() {
        Random random = new Random(3);
        CurveData data = new CurveData();
        for (int i = 0; i < 50_000; i++) {
            data.append(i, i, i % 9_999 == 77 ? Double.NaN : random.nextGaussian());
        }
        double[] edges =
                IntStream.rangeClosed(0, 300).mapToDouble(i -> i * 160.0).toArray();
        for (double weight : new double[] {0.6, 0.9}) {
            Polyline first = new Polyline();
            data.decimateSmoothed(weight, XAxis.STEP, edges, 0, first);
            for (int frame = 0; frame < 5; frame++) {
                Polyline later = new Polyline();
                data.decimateSmoothed(weight, XAxis.STEP, edges, 0, later);
                assertThat(later.size()).isEqualTo(first.size());
                for (int i = 0; i < first.size(); i++) {
                    assertThat(later.x(i)).isEqualTo(first.x(i));
                    assertThat(Double.compare(later.y(i), first.y(i))).isZero();
                }
            }
        }
    }

    @Test
    void finds_the_nearest_point() {
        CurveData data = new CurveData();
        data.append(10, 0, 0);
        data.append(20, 0, 0);
        data.append(40, 0, 0);
        assertThat(IntStream.of(-5, 14, 16, 31, 99).map(x -> data.nearest(XAxis.STEP, x)))
                .containsExactly(0, 0, 1, 2, 2);
    }

    @Test
    void a_copy_does_not_grow_along() {
        CurveData data = ramp(3);
        CurveData copy = data.copy();
        data.append(3, 3, 3);
        assertThat(copy.size()).isEqualTo(3);
        copy.append(9, 9, 9);
        assertThat(data.step(3)).isEqualTo(3);
    }

    private static CurveData ramp(int size) {
        CurveData data = new CurveData();
        for (int i = 0; i < size; i++) {
            data.append(i, i, Math.sin(i));
        }
        return data;
    }

    private static long[] steps(CurveData data) {
        return IntStream.range(0, data.size()).mapToLong(data::step).toArray();
    }
}
