package io.slimgan.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The stream of numpy.random.RandomState(2020), as NumPy 1.24 gives it (method D.9). */
class NumpyRandomTest {

    private final NumpyRandom random = new NumpyRandom(2020);

    @Test
    void permutation() {
        assertThat(random.permutation(10)).containsExactly(2, 4, 9, 1, 5, 7, 6, 3, 8, 0);
    }

    @Test
    void choice() {
        assertThat(random.choice(5000, 1000)).startsWith(2398, 2360, 3232, 27, 1246, 2217, 3617, 3744);
    }

    @Test
    void normalThenUniformThenWholeNumbers() {
        for (double expected : new double[] {
            -1.7688457055759508, 0.07555227120810952, -1.1306297028053423, -0.6514301669047348, -0.8931156263199002
        }) {
            assertThat(random.gaussian()).isCloseTo(expected, within(1e-14));
        }
        assertThat(random.uniform()).isEqualTo(0.8621589354598529);
        assertThat(random.uniform()).isEqualTo(0.1566996700094886);
        for (int expected : new int[] {958, 195, 870, 325, 560, 156}) {
            assertThat(random.below(1000)).isEqualTo(expected);
        }
    }

    @Test
    void theLargestSeed() {
        NumpyRandom last = new NumpyRandom((int) 4294967295L);
        for (int expected : new int[] {3, 2, 4, 4, 0, 6, 2, 1}) {
            assertThat(last.below(7)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 64, 65, 1000})
    void aPermutationHasEveryNumberOnce(int n) {
        int[] order = random.permutation(n);
        assertThat(order).hasSize(n).doesNotHaveDuplicates();
        for (int i : order) {
            assertThat(i).isBetween(0, n - 1);
        }
    }

    @Test
    void moreThanThereAreCannotBeChosen() {
        assertThatThrownBy(() -> random.choice(3, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4 of 3");
    }
}
