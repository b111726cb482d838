package io.slimgan.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.UserError;
import io.slimgan.metrics.features.FeatureMatrix;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.TestAbortedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Laws of the Fréchet distance and of the moments it is taken from (method D.3 and J). */
class FrechetDistanceTest {

    private static final Logger LOG = LoggerFactory.getLogger(FrechetDistanceTest.class);
    // 3 s on two cores. Not by the clock, because the machine that tests may be busy with something else.
    private static final Duration MOST = Duration.ofSeconds(6);

    @Test
    void diagonalCovariancesHaveTheDistanceOfTheirRoots() {
        Moments a = new Moments(new double[3], new double[] {1, 0, 0, 0, 4, 0, 0, 0, 9}, 0);
        Moments b = new Moments(new double[3], new double[] {4, 0, 0, 0, 1, 0, 0, 0, 16}, 0);
        assertThat(FrechetDistance.between(a, b)).isCloseTo(3, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aSetHasNoDistanceFromItself(long seed) {
        Moments full = Moments.of(Draws.correlated(200, 24, seed));
        Moments deficient = Moments.of(Draws.correlated(10, 24, seed));
        assertThat(FrechetDistance.between(full, full)).isCloseTo(0, within(1e-9));
        assertThat(FrechetDistance.between(deficient, deficient)).isCloseTo(0, within(1e-5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheSameBothWays(long seed) {
        Moments a = Moments.of(Draws.correlated(200, 24, seed));
        Moments b = Moments.of(Draws.correlated(150, 24, seed + 100));
        Moments few = Moments.of(Draws.correlated(10, 24, seed + 200));
        double there = FrechetDistance.between(a, b);
        assertThat(there).isPositive();
        assertThat(FrechetDistance.between(b, a)).isCloseTo(there, within(1e-9 * there));
        double toFew = FrechetDistance.between(a, few);
        assertThat(FrechetDistance.between(few, a)).isCloseTo(toFew, within(1e-6 * toFew));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void isTheSameBothWaysWhereFeaturesHardlyVary(long seed) {
        FeatureMatrix fading = Draws.normal(24, 24, 0, 0, 1);
        for (int i = 0; i < 24; i++) {
            fading.values()[i * 25] = (float) Math.pow(10, -i / 3.0); // variances from 1 to 1e-15
        }
        Moments a = Moments.of(Draws.times(Draws.correlated(200, 24, seed), fading));
        Moments b = Moments.of(Draws.times(Draws.correlated(30, 24, seed + 1), fading));
        double there = FrechetDistance.between(a, b);
        assertThat(FrechetDistance.between(b, a)).isCloseTo(there, within(1e-6 * there));
        assertThat(FrechetDistance.between(a, a)).isCloseTo(0, within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aTranslationIsItsSquaredLength(long seed) {
        FeatureMatrix x = Draws.correlated(100, 3, seed);
        double distance = FrechetDistance.between(Moments.of(x), Moments.of(Draws.shifted(x, 3, 0, -4)));
        assertThat(distance).isCloseTo(25, within(1e-4)); // the shifted features are rounded to float32
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aRotationOfBothChangesNothing(long seed) {
        double angle = seed;
        float cos = (float) Math.cos(angle);
        float sin = (float) Math.sin(angle);
        FeatureMatrix rotation = new FeatureMatrix(3, 3, new float[] {cos, -sin, 0, sin, cos, 0, 0, 0, 1});
        FeatureMatrix a = Draws.correlated(100, 3, seed);
        FeatureMatrix b = Draws.correlated(120, 3, seed + 50);
        double before = FrechetDistance.between(Moments.of(a), Moments.of(b));
        double after =
                FrechetDistance.between(Moments.of(Draws.times(a, rotation)), Moments.of(Draws.times(b, rotation)));
        assertThat(after).isCloseTo(before, within(1e-4 * before));
    }

    @Test
    void momentsAreThoseOfTheTextbook() {
        // Wider than a strip of columns and longer than a block of rows, so that their seams are tried too.
        FeatureMatrix x = Draws.normal(1100, 600, 1, 1000, 9);
        Moments moments = Moments.of(x);
        for (int[] place : new int[][] {{0, 0}, {511, 512}, {599, 3}, {3, 599}, {512, 511}, {599, 599}}) {
            assertThat(moments.covariance()[place[0] * 600 + place[1]])
                    .isCloseTo(covariance(x, place[0], place[1]), within(1e-10));
        }
        assertThat(moments.count()).isEqualTo(1100);
        assertThat(moments.fewerImagesThanDimensions()).isFalse();
    }

    private static double covariance(FeatureMatrix x, int i, int j) {
        double meanI = 0;
        double meanJ = 0;
        for (int row = 0; row < x.rows(); row++) {
            meanI += x.at(row, i);
            meanJ += x.at(row, j);
        }
        double sum = 0;
        for (int row = 0; row < x.rows(); row++) {
            sum += (x.at(row, i) - meanI / x.rows()) * (x.at(row, j) - meanJ / x.rows());
        }
        return sum / (x.rows() - 1);
    }

    @Test
    void twoThousandFeaturesTakeSeconds() {
        int d = 2048;
        FeatureMatrix features = Draws.normal(2500, d, 0.5, 0.4, 5);
        Duration begin = computed();
        Moments a = Moments.of(features);
        Duration moments = computed().minus(begin);
        double[] wider = a.covariance().clone();
        double trace = 0;
        for (int i = 0; i < wider.length; i++) {
            wider[i] *= 9;
            trace += i % (d + 1) == 0 ? a.covariance()[i] : 0;
        }
        begin = computed();
        double distance = FrechetDistance.between(a, new Moments(a.mean(), wider, 0));
        Duration taken = computed().minus(begin);
        LOG.info("2,048 features: moments of 2,500 images {}, distance {} of the cores' time", moments, taken);
        assertThat(distance).isCloseTo(4 * trace, within(1e-8 * trace)); // (1 - 3)^2
        assertThat(taken).isLessThan(MOST);
        assertThat(moments).isLessThan(MOST);
    }

    /** What this process took of all cores. */
    private static Duration computed() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElseThrow(
                        () -> new TestAbortedException("Skipped: this system does not tell the time of its cores"));
    }

    @Test
    void fewerImagesThanFeaturesAreComputedAndKnown() {
        Moments few = Moments.of(Draws.normal(5, 12, 1, 0, 1));
        assertThat(few.fewerImagesThanDimensions()).isTrue();
        assertThat(FrechetDistance.between(few, Moments.of(Draws.normal(7, 12, 1, 0, 2))))
                .isFinite()
                .isPositive();
    }

    @Test
    void refusesWhatHasNoDistance() {
        FeatureMatrix broken = Draws.normal(5, 4, 1, 0, 1);
        broken.values()[2 * 4 + 3] = Float.NaN;
        assertThatThrownBy(() -> Moments.of(broken))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Feature 3 of image 2")
                .hasMessageContaining("NaN");
        assertThatThrownBy(() -> Moments.of(Draws.normal(1, 4, 1, 0, 1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("at least 2 images");
        Moments four = Moments.of(Draws.normal(9, 4, 1, 0, 1));
        Moments five = Moments.of(Draws.normal(9, 5, 1, 0, 1));
        assertThatThrownBy(() -> FrechetDistance.between(four, five))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("4 features")
                .hasMessageContaining("5");
        assertThatThrownBy(() -> new Moments(new double[1], new double[] {Double.POSITIVE_INFINITY}, 0))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("covariance");
    }

    @Test
    void aLineInOneOverNIsFoundAgain() {
        int[] sizes = {100, 200, 400, 800};
        double[] distances = {7 + 3e-2 * 100, 7 + 3e-2 * 50, 7 + 3e-2 * 25, 7 + 3e-2 * 12.5};
        FrechetAtInfinity line = FrechetAtInfinity.fit(sizes, distances);
        assertThat(line.value()).isCloseTo(7, within(1e-12));
        assertThat(line.slope()).isCloseTo(300, within(1e-9));
    }

    @Test
    void theExtrapolationIsLessBiasedThanTheDistance() {
        double[] identity = new double[100];
        for (int i = 0; i < 10; i++) {
            identity[i * 11] = 1;
        }
        Moments truth = new Moments(new double[10], identity, 0);
        double plain = 0;
        double extrapolated = 0;
        for (int seed = 0; seed < 6; seed++) {
            FeatureMatrix fake = Draws.normal(400, 10, 1, 0, seed);
            FrechetAtInfinity line = FrechetAtInfinity.of(truth, fake, seed);
            assertThat(line.adapted()).isTrue();
            assertThat(line.sizes()).hasSize(15).startsWith(200).endsWith(400);
            plain += FrechetDistance.between(truth, Moments.of(fake));
            extrapolated += line.value();
        }
        assertThat(Math.abs(extrapolated)).isLessThan(plain / 2);
    }

    @Test
    void theExtrapolationKeepsThePapersSizesWhereItCan() {
        FrechetAtInfinity line =
                FrechetAtInfinity.of(Moments.of(Draws.normal(500, 2, 1, 0, 1)), Draws.normal(10_000, 2, 1, 1, 2), 0);
        assertThat(line.adapted()).isFalse();
        assertThat(line.sizes()).startsWith(5000, 5357, 5714).endsWith(9642, 10_000);
        assertThatThrownBy(() ->
                        FrechetAtInfinity.of(Moments.of(Draws.normal(50, 2, 1, 0, 1)), Draws.normal(29, 2, 1, 1, 2), 0))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("at least 30 images");
    }
}
