package io.slimgan.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.UserError;
import io.slimgan.metrics.features.FeatureMatrix;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws of the kernel distance (method D.6). */
class KernelDistanceTest {

    @ParameterizedTest
    @CsvSource({"40,70,1", "70,40,2", "1100,1030,3"}) // the last is more than a block
    void isTheSumOverAllPairs(int m, int n, long seed) {
        FeatureMatrix a = Draws.correlated(m, 5, seed);
        FeatureMatrix b = Draws.correlated(n, 5, seed + 10);
        double expected = mean(a, a, true) + mean(b, b, true) - 2 * mean(a, b, false);
        assertThat(KernelDistance.whole(a, b)).isCloseTo(expected, within(1e-10 * Math.abs(mean(a, b, false))));
    }

    private static double mean(FeatureMatrix x, FeatureMatrix y, boolean withoutDiagonal) {
        double sum = 0;
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < y.rows(); j++) {
                double product = 0;
                for (int k = 0; k < x.columns(); k++) {
                    product += (double) x.at(i, k) * y.at(j, k);
                }
                sum += withoutDiagonal && i == j ? 0 : Math.pow(product / x.columns() + 1, 3);
            }
        }
        return sum / x.rows() / (withoutDiagonal ? y.rows() - 1 : y.rows());
    }

    @Test
    void isUnbiasedWhereBothSetsAreAlike() {
        double[] values = new double[80];
        for (int i = 0; i < values.length; i++) {
            values[i] = KernelDistance.whole(Draws.normal(25, 6, 1, 0, i), Draws.normal(25, 6, 1, 0, 1000 + i));
        }
        MeanAndStd value = MeanAndStd.of(values);
        assertThat(value.mean()).isCloseTo(0, within(3.5 * value.std() / Math.sqrt(values.length)));
        assertThat(DoubleStream.of(values).min().orElseThrow())
                .as("an unbiased estimate of zero is negative at times")
                .isNegative();
        assertThat(KernelDistance.whole(Draws.normal(25, 6, 1, 0, 1), Draws.normal(25, 6, 1, 3, 2)))
                .isGreaterThan(10 * value.std());
    }

    @Test
    void aSubsetOfEverythingIsTheWhole() {
        FeatureMatrix a = Draws.correlated(60, 7, 1);
        FeatureMatrix b = Draws.correlated(60, 7, 2);
        MeanAndStd subsets = KernelDistance.subsets(a, b, 3, 60, 2020);
        assertThat(subsets.mean()).isCloseTo(KernelDistance.whole(a, b), within(1e-10));
        assertThat(subsets.std()).isCloseTo(0, within(1e-10));
    }

    @Test
    void subsetsLargerThanASetAreRefused() {
        FeatureMatrix a = Draws.normal(60, 7, 1, 0, 1);
        FeatureMatrix b = Draws.normal(40, 7, 1, 0, 2);
        assertThatThrownBy(() -> KernelDistance.subsets(a, b, 3, 41, 2020))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("subsets of 41 images")
                .hasMessageContaining("2 to 40");
        assertThat(KernelDistance.largestSubset(a, b, 1000)).isEqualTo(40);
        assertThat(KernelDistance.largestSubset(a, b, 30)).isEqualTo(30);
    }

    @Test
    void anInterruptedThreadGivesUp() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> KernelDistance.whole(Draws.normal(9, 2, 1, 0, 1), Draws.normal(9, 2, 1, 0, 2)))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
