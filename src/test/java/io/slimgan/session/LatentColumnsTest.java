package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.KeyedRandom;
import io.slimgan.runs.FixedLatents;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LatentColumnsTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void seedsDifferAndDecideTheirColumns(long runSeed) {
        FixedLatents latents = LatentColumns.fixed(runSeed, 64, 5);
        assertThat(latents.seeds()).hasSize(64).doesNotHaveDuplicates().allMatch(s -> s >= 0 && s < 1_000_000);
        assertThat(latents.z().shape()).containsExactly(64, 5);
        float[] seventh = KeyedRandom.normal(5, latents.seeds().get(7), KeyedRandom.Purpose.GRID_LATENT);
        assertThat(LatentColumns.z(List.of(latents.seeds().get(7)), 5)).isEqualTo(seventh);
        for (int i = 0; i < 5; i++) {
            assertThat(latents.z().values()[7 * 5 + i]).isEqualTo(seventh[i]);
        }
        assertThat(LatentColumns.fixed(runSeed, 10, 5).seeds())
                .isEqualTo(latents.seeds().subList(0, 10));
    }
}
