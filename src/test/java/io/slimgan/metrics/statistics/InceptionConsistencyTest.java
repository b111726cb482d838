package io.slimgan.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.UserError;
import io.slimgan.metrics.features.FeatureMatrix;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Laws of the consistency (method D.5). */
class InceptionConsistencyTest {

    private final FeatureMatrix a = Draws.correlated(80, 6, 1);
    private final FeatureMatrix b = Draws.correlated(80, 6, 2);
    private final FeatureMatrix c = Draws.correlated(80, 6, 3);

    @Test
    void twoLatentsByHand() {
        InceptionConsistency found = InceptionConsistency.of(List.of(
                new FeatureMatrix(2, 2, new float[] {0, 0, 1, 1}), new FeatureMatrix(2, 2, new float[] {3, 4, 1, 0})));
        assertThat(found.perLatent()[0]).containsExactly(25, 1);
        assertThat(found.matrix()[0]).containsExactly(0, 13);
        assertThat(found.matrix()[1]).containsExactly(13, 0);
        assertThat(found.mean()).isEqualTo(13);
    }

    @Test
    void theOrderOfTheWidthsMovesTheMatrixOnly() {
        InceptionConsistency found = InceptionConsistency.of(List.of(a, b, c));
        InceptionConsistency turned = InceptionConsistency.of(List.of(c, a, b));
        assertThat(turned.mean()).isCloseTo(found.mean(), within(1e-10));
        assertThat(turned.matrix()[1][2]).isEqualTo(found.matrix()[0][1]);
        assertThat(found.perLatent()).hasNumberOfRows(3);
        assertThat(MeanAndStd.of(found.perLatent()[1]).mean()).isEqualTo(found.matrix()[0][2]);
    }

    @Test
    void theLatentsShareIsTheMean() {
        InceptionConsistency found = InceptionConsistency.of(List.of(a, b, c));
        assertThat(found.byLatent()).hasSize(80);
        assertThat(MeanAndStd.of(found.byLatent()).mean()).isCloseTo(found.mean(), within(1e-10));
    }

    @Test
    void equalWidthsAreConsistentAndScaleCountsSquared() {
        assertThat(InceptionConsistency.of(List.of(a, a, a)).mean()).isZero();
        FeatureMatrix twice = Draws.normal(6, 6, 0, 0, 1);
        for (int i = 0; i < 6; i++) {
            twice.values()[i * 7] = 2;
        }
        double once = InceptionConsistency.of(List.of(a, b)).mean();
        double scaled = InceptionConsistency.of(List.of(Draws.times(a, twice), Draws.times(b, twice)))
                .mean();
        assertThat(scaled).isCloseTo(4 * once, within(1e-9 * once));
    }

    @Test
    void theIntervalHoldsTheMeanAndNarrowsWithMoreLatents() {
        InceptionConsistency some = InceptionConsistency.of(List.of(a, b, c));
        InceptionConsistency many = InceptionConsistency.of(
                List.of(Draws.correlated(3000, 6, 1), Draws.correlated(3000, 6, 2), Draws.correlated(3000, 6, 3)));
        InceptionConsistency.Interval wide = some.bootstrapInterval(0.95, 400, 0);
        InceptionConsistency.Interval narrow = many.bootstrapInterval(0.95, 400, 0);
        assertThat(some.mean()).isStrictlyBetween(wide.low(), wide.high());
        assertThat(many.mean()).isStrictlyBetween(narrow.low(), narrow.high());
        assertThat(narrow.high() - narrow.low()).isLessThan((wide.high() - wide.low()) / 2);
        assertThat(some.bootstrapInterval(0.95, 400, 0)).isEqualTo(wide);
        assertThat(some.bootstrapInterval(0.5, 400, 0).low()).isGreaterThan(wide.low());
    }

    @Test
    void refusesWhatCannotBeCompared() {
        assertThatThrownBy(() -> InceptionConsistency.of(List.of(a)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("at least 2 widths");
        assertThatThrownBy(() -> InceptionConsistency.of(List.of(a, a.pick(1, 2))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("the same latents");
        FeatureMatrix broken = a.pick(0, 1);
        broken.values()[7] = Float.POSITIVE_INFINITY;
        assertThatThrownBy(() -> InceptionConsistency.of(List.of(a.pick(0, 1), broken)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Feature 1 of image 1 in width number 2");
    }
}
