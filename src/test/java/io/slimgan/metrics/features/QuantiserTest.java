package io.slimgan.metrics.features;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RgbImages;
import io.slimgan.config.Quantisation;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuantiserTest {

    @Test
    void plainRoundsToTheNearestLevel() {
        float[] values = {-1, -0.5f, 0.2f, 1, 2, -3};
        byte[] pixels = Quantiser.quantise(Quantisation.PLAIN, values, 1, 1, 2).pixels();
        assertThat(pixels).containsExactly(0, (byte) 153, (byte) 255, 64, (byte) 255, 0);
    }

    @Test
    void minMaxStretchesTheWholeSet() {
        float[] values = {0, 0.25f, 0.5f, 0.1f, 0.3f, 0.4f};
        byte[] pixels =
                Quantiser.quantise(Quantisation.MIN_MAX, values, 2, 1, 1).pixels();
        // floor(255 x / 0.50001 + 0.5)
        assertThat(pixels).containsExactly(0, 127, (byte) 255, 51, (byte) 153, (byte) 204);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void partsWithOneRangeAreTheWhole(long seed) {
        Random random = new Random(seed);
        int count = 1 + random.nextInt(7);
        float[] values = new float[count * 3 * 4];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian() / 2;
        }
        RgbImages whole = Quantiser.quantise(Quantisation.MIN_MAX, values, count, 2, 2);
        Quantiser.Range range = Quantiser.Range.empty();
        for (int n = 0; n < count; n++) {
            range = range.with(Arrays.copyOfRange(values, n * 12, n * 12 + 12));
        }
        for (int n = 0; n < count; n++) {
            float[] one = Arrays.copyOfRange(values, n * 12, n * 12 + 12);
            assertThat(Quantiser.minMax(one, 1, 2, 2, range)).isEqualTo(whole.image(n));
        }
        RgbImages alone = Quantiser.quantiseBatches(Quantisation.MIN_MAX, values, count, 2, 2, 1);
        float[] first = Arrays.copyOf(values, 12);
        assertThat(alone.image(0)).isEqualTo(Quantiser.quantise(Quantisation.MIN_MAX, first, 1, 2, 2));
        assertThat(Quantiser.quantiseBatches(Quantisation.MIN_MAX, values, count, 2, 2, count))
                .isEqualTo(whole);
    }

    @Test
    void aFlatSetIsBlack() {
        float[] flat = new float[12];
        Arrays.fill(flat, 0.7f);
        assertThat(Quantiser.quantise(Quantisation.MIN_MAX, flat, 1, 2, 2).pixels())
                .containsOnly((byte) 0);
    }
}
