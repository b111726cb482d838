package io.slimgan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SmootherTest {

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    /** By hand: 1; (0.6*0.4*1 + 0.4*2)/(1-0.36) = 1.625; (0.6*1.04 + 0.4*3)/(1-0.216) = 2.3265306... */
    @Test
    void follows_the_debiased_average_of_tensorboard() {
        assertThat(smooth(0.6, 1, 2, 3, 0))
                .containsExactly(new double[] {1, 1.04 / 0.64, 1.824 / 0.784, 1.0944 / 0.8704}, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void equals_the_weighted_mean_written_out(int seed) {
        Random random = new Random(seed);
        double weight = seed % 5 == 0 ? 0.999 : random.nextDouble() * 0.999;
        double[] values = random.doubles(200, -5, 5).toArray();
        double[] smooth = smooth(weight, values);
        for (int n = 0; n < values.length; n++) {
            double sum = 0;
            double weights = 0;
            for (int k = 0; k <= n; k++) {
                sum += Math.pow(weight, n - k) * values[k];
                weights += Math.pow(weight, n - k);
            }
            assertThat(smooth[n]).isCloseTo(sum / weights, within(1e-9));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void is_the_average_to_the_last_bit(int seed) {
        Random random = new Random(seed);
        double weight = seed % 4 == 0 ? 0 : random.nextDouble() * 0.99;
        double[] values = random.doubles(6000, -5, 5).toArray();
        values[random.nextInt(6000)] = Double.NaN;
        values[random.nextInt(6000)] = Double.NEGATIVE_INFINITY;
        Smoother used = new Smoother(0.3);
        used.extend(values, 1000);
        used.restart(weight);
        used.extend(values, values.length);
        double average = 0;
        double bias = 1;
        double[] expected = values.clone();
        for (int i = 0; i < values.length; i++) {
            if (Double.isFinite(values[i])) {
                average = average * weight + (1 - weight) * values[i];
                bias *= weight;
                expected[i] = i == 0 ? values[i] : average / (1 - bias);
            }
        }
        assertThat(Arrays.copyOf(used.values(), values.length)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void stays_between_the_extremes_of_what_came_before(int seed) {
        double[] values = new Random(seed).doubles(300, -5, 5).toArray();
        double[] smooth = smooth(0.95, values);
        double low = values[0];
        double high = values[0];
        for (int i = 0; i < values.length; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
            assertThat(smooth[i]).isBetween(low - 1e-12, high + 1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void gives_the_same_however_the_points_arrive(int seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(500, -1, 1).toArray();
        Smoother inPieces = new Smoother(0.9);
        for (int size = 0; size < values.length; size = Math.min(values.length, size + 1 + random.nextInt(90))) {
            inPieces.extend(values, size);
        }
        inPieces.extend(values, values.length);
        assertThat(Arrays.copyOf(inPieces.values(), values.length)).isEqualTo(smooth(0.9, values));
    }

    @Test
    void leaves_a_constant_series_alone_to_the_last_bit() {
        double third = 1.0 / 3;
        double[] values = new double[1000];
        Arrays.fill(values, third);
        assertThat(smooth(0.97, values)).containsOnly(third);
    }

    @Test
    void lets_values_that_are_no_numbers_through_and_out_of_the_average() {
        double nan = Double.NaN;
        double inf = Double.POSITIVE_INFINITY;
        double[] clean = smooth(0.6, 1, 2, 3);
        assertThat(smooth(0.6, 1, nan, 2, inf, 3)).containsExactly(clean[0], nan, clean[1], inf, clean[2]);
    }

    @Test
    void does_nothing_at_weight_zero() {
        assertThat(smooth(0, 3, -1, 4)).containsExactly(3, -1, 4);
    }

    @Test
    void refuses_a_weight_that_would_never_move() {
        assertThatThrownBy(() -> new Smoother(1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static double[] smooth(double weight, double... values) {
        Smoother smoother = new Smoother(weight);
        smoother.extend(values, values.length);
        return Arrays.copyOf(smoother.values(), values.length);
    }
}
