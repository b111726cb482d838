package io.slimgan.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExtremaIndexTest {

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void finds_what_a_scan_finds_while_the_series_grows_and_is_cut(int seed) {
        Random random = new Random(seed);
        double[] values = new double[6000];
        ExtremaIndex index = new ExtremaIndex();
        int size = 0;
        for (int round = 0; round < 60; round++) {
            if (random.nextInt(4) == 0) {
                size = size == 0 ? 0 : random.nextInt(size);
                index.truncate(size);
            }
            int more = Math.min(values.length, size + random.nextInt(300));
            for (; size < more; size++) {
                values[size] = random.nextInt(100) == 0 ? Double.POSITIVE_INFINITY : random.nextInt(1000);
            }
            index.extend(values, size);
            int from = random.nextInt(size + 1);
            int to = from + random.nextInt(size - from + 1);
            index.search(values, from, to);
            check(values, from, to, index);
        }
    }

    private static void check(double[] values, int from, int to, ExtremaIndex index) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        boolean gap = false;
        for (int i = from; i < to; i++) {
            gap |= !Double.isFinite(values[i]);
            if (Double.isFinite(values[i])) {
                low = Math.min(low, values[i]);
                high = Math.max(high, values[i]);
            }
        }
        assertThat(index.gap() >= 0).isEqualTo(gap);
        if (high < low) {
            assertThat(index.lowest()).isEqualTo(-1);
            assertThat(index.highest()).isEqualTo(-1);
        } else {
            assertThat(index.lowest()).isBetween(from, to - 1);
            assertThat(index.highest()).isBetween(from, to - 1);
            assertThat(values[index.lowest()]).isEqualTo(low);
            assertThat(values[index.highest()]).isEqualTo(high);
        }
    }
}
