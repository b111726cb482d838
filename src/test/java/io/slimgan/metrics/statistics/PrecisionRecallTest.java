package io.slimgan.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.UserError;
import io.slimgan.metrics.features.FeatureMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Laws of precision and recall (method D.7), first of all which is which. */
class PrecisionRecallTest {

    @Test
    void tightGeneratedImagesAmongWideRealOnesArePreciseAndRecallLittle() {
        FeatureMatrix wide = Draws.normal(400, 8, 1, 0, 1);
        FeatureMatrix tight = Draws.normal(400, 8, 0.05, 0, 2);
        PrecisionRecall collapsed = PrecisionRecall.of(wide, tight, 3);
        assertThat(collapsed.precision()).isGreaterThan(0.95);
        assertThat(collapsed.recall()).isLessThan(0.05);
        PrecisionRecall swapped = PrecisionRecall.of(tight, wide, 3);
        assertThat(swapped.precision()).isEqualTo(collapsed.recall());
        assertThat(swapped.recall()).isEqualTo(collapsed.precision());
    }

    @ParameterizedTest
    @CsvSource({"50,80,3,1", "80,50,1,2", "1200,1010,3,3"}) // the last is more than a block
    void isWhatSortingAllDistancesGives(int reals, int fakes, int k, long seed) {
        FeatureMatrix real = Draws.correlated(reals, 4, seed);
        FeatureMatrix fake = Draws.correlated(fakes, 4, seed + 20);
        PrecisionRecall found = PrecisionRecall.of(real, fake, k);
        assertThat(found.precision()).isCloseTo(inside(real, fake, k), within(1e-12));
        assertThat(found.recall()).isCloseTo(inside(fake, real, k), within(1e-12));
    }

    /** The share of points inside a ball of the others. */
    private static double inside(FeatureMatrix balls, FeatureMatrix points, int k) {
        double[] radii = new double[balls.rows()];
        for (int i = 0; i < radii.length; i++) {
            double[] own = new double[balls.rows()];
            for (int j = 0; j < own.length; j++) {
                own[j] = squared(balls, i, balls, j);
            }
            Arrays.sort(own);
            radii[i] = own[k]; // the first is the point itself
        }
        int count = 0;
        for (int p = 0; p < points.rows(); p++) {
            boolean any = false;
            for (int i = 0; i < radii.length && !any; i++) {
                any = squared(balls, i, points, p) <= radii[i];
            }
            count += any ? 1 : 0;
        }
        return (double) count / points.rows();
    }

    private static double squared(FeatureMatrix a, int i, FeatureMatrix b, int j) {
        double sum = 0;
        for (int k = 0; k < a.columns(); k++) {
            double gap = (double) a.at(i, k) - b.at(j, k);
            sum += gap * gap;
        }
        return sum;
    }

    @Test
    void aSetIsPreciseAndCompleteAboutItself() {
        FeatureMatrix x = Draws.correlated(90, 6, 4);
        PrecisionRecall itself = PrecisionRecall.of(x, x, 3);
        assertThat(itself).isEqualTo(new PrecisionRecall(1, 1));
        assertThat(itself.f()).isCloseTo(1, within(1e-12));
        assertThat(new PrecisionRecall(0, 0).f()).isZero();
        assertThat(new PrecisionRecall(1, 0.5).f()).isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void identicalImagesHoldEachOtherInspiteOfRounding() {
        float[] one = Draws.normal(1, 64, 1, 5, 7).values();
        float[] same = new float[50 * 64];
        for (int i = 0; i < 50; i++) {
            System.arraycopy(one, 0, same, i * 64, 64);
        }
        FeatureMatrix collapsed = new FeatureMatrix(50, 64, same);
        assertThat(PrecisionRecall.of(collapsed, collapsed.pick(0, 1, 2, 3, 4), 3))
                .isEqualTo(new PrecisionRecall(1, 1));
        assertThat(PrecisionRecall.of(Draws.normal(50, 64, 1, 0, 8), collapsed, 3))
                .isEqualTo(new PrecisionRecall(0, 0));
    }

    @Test
    void tooFewImagesForTheNeighbourAreRefused() {
        FeatureMatrix three = Draws.normal(3, 2, 1, 0, 1);
        assertThatThrownBy(() -> PrecisionRecall.of(Draws.normal(9, 2, 1, 0, 1), three, 3))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("k = 3 needs at least 4 images");
    }
}
