package io.slimgan.metrics.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.UserError;
import io.slimgan.metrics.features.FeatureMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of the Inception Score (method D.4). */
class InceptionScoreTest {

    @Test
    void undecidedLogitsScoreOne() {
        MeanAndStd score = InceptionScore.of(new FeatureMatrix(30, 7, new float[210]), 10);
        assertThat(score.mean()).isCloseTo(1, within(1e-12));
        assertThat(score.std()).isCloseTo(0, within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 10})
    void certainAndEvenLogitsScoreTheNumberOfClasses(int classes) {
        float[] values = new float[20 * classes * classes];
        for (int row = 0; row < 20 * classes; row++) {
            values[row * classes + row % classes] = 10_000; // the others' exponentials are zero
        }
        MeanAndStd score = InceptionScore.of(new FeatureMatrix(20 * classes, classes, values), 10);
        assertThat(score.mean()).isCloseTo(classes, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void liesBetweenOneAndTheNumberOfClasses(long seed) {
        FeatureMatrix logits = Draws.normal(203, 9, 3, 0, seed);
        MeanAndStd score = InceptionScore.of(logits, 10);
        assertThat(score.mean()).isBetween(1.0, 9.0);
        assertThat(InceptionScore.of(logits, 1).std()).isZero();
    }

    @Test
    void onlyTheSplitsDependOnTheOrder() {
        FeatureMatrix logits = Draws.normal(100, 9, 3, 0, 1);
        MeanAndStd whole = InceptionScore.of(logits, 1);
        assertThat(InceptionScore.shuffled(logits, 1, 2020).mean()).isCloseTo(whole.mean(), within(1e-12));
        assertThat(InceptionScore.shuffled(logits, 10, 2020).mean())
                .isNotEqualTo(InceptionScore.of(logits, 10).mean());
    }

    @Test
    void everySplitNeedsAnImage() {
        assertThatThrownBy(() -> InceptionScore.of(Draws.normal(9, 3, 1, 0, 1), 10))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("10 splits of 9 images");
    }
}
