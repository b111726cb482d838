package io.slimgan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecimatorTest {

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    private record Case(double[] xs, double[] ys, double[] edges) {

        static Case random(int seed) {
            Random random = new Random(seed);
            int n = random.nextInt(seed % 3 == 0 ? 40 : 5000);
            double[] xs = new double[n];
            double[] ys = new double[n];
            double x = random.nextInt(100);
            for (int i = 0; i < n; i++) {
                x += 1 + (random.nextInt(50) == 0 ? random.nextInt(500) : random.nextInt(3));
                xs[i] = x;
                ys[i] = random.nextInt(40) == 0 ? Double.NaN : random.nextGaussian();
            }
            int columns = 1 + random.nextInt(300);
            double from = n == 0 || seed % 2 == 0 ? 0 : xs[random.nextInt(n)];
            double to = from + 1 + random.nextDouble() * (x + 10);
            double[] edges = new double[columns + 1];
            for (int i = 0; i <= columns; i++) {
                edges[i] = from + (to - from) * i / columns;
            }
            return new Case(xs, ys, edges);
        }

        Polyline thinned() {
            ExtremaIndex index = new ExtremaIndex();
            index.extend(ys, ys.length);
            Polyline out = new Polyline();
            Decimator.decimate(xs, ys, ys.length, index, edges, 0, out);
            return out;
        }

        /** Indices whose x lies in the picture. */
        List<Integer> inside() {
            return IntStream.range(0, xs.length)
                    .filter(i -> xs[i] >= edges[0] && xs[i] <= edges[edges.length - 1])
                    .boxed()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_point_kept_is_a_point_of_the_series_in_its_order(int seed) {
        Case given = Case.random(seed);
        Polyline out = given.thinned();
        int at = -1;
        for (int i = 0; i < out.size(); i++) {
            int found = java.util.Arrays.binarySearch(given.xs, out.x(i));
            assertThat(found).as("point %d", i).isGreaterThan(at);
            assertThat(Double.compare(out.y(i), given.ys[found])).isZero();
            at = found;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void first_and_last_point_and_the_neighbours_beyond_the_edges_stay(int seed) {
        Case given = Case.random(seed);
        Polyline out = given.thinned();
        List<Integer> inside = given.inside();
        if (inside.isEmpty()) {
            return;
        }
        List<Double> kept = xs(out);
        int first = inside.get(0);
        int last = inside.get(inside.size() - 1);
        assertThat(kept).contains(given.xs[first], given.xs[last]);
        if (first > 0) {
            assertThat(kept.get(0)).isEqualTo(given.xs[first - 1]);
        }
        if (last < given.xs.length - 1) {
            assertThat(kept.get(kept.size() - 1)).isEqualTo(given.xs[last + 1]);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_extremes_and_gaps_of_every_pixel_column_stay(int seed) {
        Case given = Case.random(seed);
        Polyline out = given.thinned();
        List<Double> kept = xs(out);
        for (int column = 0; column + 1 < given.edges.length; column++) {
            double from = given.edges[column];
            boolean last = column + 2 == given.edges.length;
            double to = last ? Math.nextUp(given.edges[column + 1]) : given.edges[column + 1];
            int low = -1;
            int high = -1;
            boolean gap = false;
            for (int i = 0; i < given.xs.length; i++) {
                if (given.xs[i] >= from && given.xs[i] < to) {
                    if (Double.isNaN(given.ys[i])) {
                        gap = true;
                    } else {
                        low = low < 0 || given.ys[i] < given.ys[low] ? i : low;
                        high = high < 0 || given.ys[i] > given.ys[high] ? i : high;
                    }
                }
            }
            if (low >= 0) {
                assertThat(kept).contains(given.xs[low], given.xs[high]);
            }
            boolean marked = IntStream.range(0, out.gapCount()).anyMatch(i -> out.gap(i) >= from && out.gap(i) < to);
            assertThat(marked).isEqualTo(gap);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_picture_has_a_few_points_per_column_however_long_the_series(int seed) {
        Case given = Case.random(seed);
        int columns = given.edges.length - 1;
        assertThat(given.thinned().size()).isLessThanOrEqualTo(3 * columns + 4);
    }

    @Test
    void a_spike_of_one_point_among_a_hundred_thousand_is_seen() {
        CurveData data = new CurveData();
        for (int i = 0; i < 100_000; i++) {
            data.append(i, i, i == 61_803 ? 9 : Math.sin(i));
        }
        Polyline out = new Polyline();
        data.decimateRaw(XAxis.STEP, new double[] {0, 30_000, 60_000, 99_999}, 0, out);
        assertThat(xs(out)).contains(61_803.0);
    }

    private static List<Double> xs(Polyline line) {
        List<Double> xs = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            xs.add(line.x(i));
        }
        return xs;
    }
}
