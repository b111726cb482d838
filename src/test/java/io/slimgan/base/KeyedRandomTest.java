package io.slimgan.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.KeyedRandom.Purpose;
import org.junit.jupiter.api.Test;

class KeyedRandomTest {

    @Test
    void theSameKeyGivesTheSameNumbersForEver() {
        // Pinned: a run must draw the same latents on every machine and in every version.
        assertThat(KeyedRandom.normal(3, 1, Purpose.GRID_LATENT, 2)).containsExactly(PINNED);
    }

    private static final float[] PINNED = {-1.1767361f, 0.1997241f, 0.9108084f};

    @Test
    void everyPartOfTheKeyMatters() {
        float[] base = KeyedRandom.normal(8, 1, Purpose.GRID_LATENT, 2, 3);
        assertThat(base).isNotEqualTo(KeyedRandom.normal(8, 2, Purpose.GRID_LATENT, 2, 3));
        assertThat(base).isNotEqualTo(KeyedRandom.normal(8, 1, Purpose.GENERATOR_LATENT, 2, 3));
        assertThat(base).isNotEqualTo(KeyedRandom.normal(8, 1, Purpose.GRID_LATENT, 3, 2));
        assertThat(base).isNotEqualTo(KeyedRandom.normal(8, 1, Purpose.GRID_LATENT, 2));
    }

    @Test
    void normalValuesAreNormal() {
        float[] values = KeyedRandom.normal(100_000, 7, Purpose.GENERATOR_LATENT, 0);
        double mean = 0;
        double squares = 0;
        double fourths = 0;
        for (float value : values) {
            mean += value / 1e5;
            squares += value * value / 1e5;
            fourths += Math.pow(value, 4) / 1e5;
        }
        assertThat(mean).isCloseTo(0, within(0.015));
        assertThat(squares).isCloseTo(1, within(0.02));
        assertThat(fourths).isCloseTo(3, within(0.15));
    }

    @Test
    void neighbouringStepsAreIndependent() {
        double product = 0;
        for (int step = 0; step < 20_000; step++) {
            product += KeyedRandom.normal(1, 7, Purpose.GENERATOR_LATENT, step)[0]
                    * KeyedRandom.normal(1, 7, Purpose.GENERATOR_LATENT, step + 1)[0]
                    / 20_000.0;
        }
        assertThat(product).isCloseTo(0, within(0.03));
    }
}
