package io.slimgan.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClassChoiceTest {

    private static final List<Long> SEEDS = List.of(5L, 6L, 7L);

    @Test
    void theSeedAloneDecidesWhereNothingIsChosen() {
        LatentBatch chosen = ClassChoice.BY_SEED.latents(8, 10, SEEDS);
        LatentBatch ever = LatentBatch.ofSeeds(8, 10, SEEDS);
        assertThat(chosen.labels()).isEqualTo(ever.labels());
        assertThat(chosen.z()).isEqualTo(ever.z());
        assertThat(ClassChoice.BY_SEED.labels(10, List.of(7L))).containsExactly(ever.labels()[2]);
    }

    @Test
    void columnsTakeTheClassesInTurnAndBeginAgain() {
        assertThat(ClassChoice.IN_TURN.labels(2, SEEDS)).containsExactly(0, 1, 0);
        assertThat(ClassChoice.IN_TURN.latents(4, 2, SEEDS).z())
                .isEqualTo(LatentBatch.ofSeeds(4, 0, SEEDS).z());
    }

    @Test
    void oneClassIsThatOfAll() {
        assertThat(new ClassChoice.One(3).labels(10, SEEDS)).containsExactly(3, 3, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void everyClassHasTheSameLatents(int seeds) {
        List<Long> some = LongStream.range(0, seeds).boxed().toList();
        ClassChoice.Every every = new ClassChoice.Every(2, 3);
        LatentBatch drawn = every.latents(4, 10, some);
        LatentBatch one = LatentBatch.ofSeeds(4, 0, some);
        assertThat(every.images(seeds)).isEqualTo(3 * seeds);
        assertThat(every.columns(seeds)).isEqualTo(seeds == 1 ? 3 : seeds);
        for (int label = 0; label < 3; label++) {
            LatentBatch part = drawn.range(label * seeds, (label + 1) * seeds, 4);
            assertThat(part.z()).isEqualTo(one.z());
            assertThat(part.labels()).containsOnly(label + 2).hasSize(seeds);
        }
        assertThat(every.imageSeeds(some).subList(seeds, 2 * seeds)).isEqualTo(some);
    }

    @Test
    void aRunsOwnGridShowsEveryClassWhereThereIsRoom() {
        assertThat(ClassChoice.ofGrid(10, 10)).isEqualTo(ClassChoice.IN_TURN);
        assertThat(ClassChoice.ofGrid(10, 9)).isEqualTo(ClassChoice.BY_SEED);
        assertThat(ClassChoice.ofGrid(0, 9)).isEqualTo(ClassChoice.BY_SEED);
    }

    @Test
    void whatTheNetworkDoesNotDrawIsRefused() {
        ClassChoice.BY_SEED.check(0);
        ClassChoice.IN_TURN.check(1);
        new ClassChoice.One(9).check(10);
        new ClassChoice.Every(5, 5).check(10);
        assertThatThrownBy(() -> ClassChoice.IN_TURN.check(0))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("knows no classes");
        assertThatThrownBy(() -> new ClassChoice.One(10).check(10)).hasMessageContaining("no class 10; it has 10");
        assertThatThrownBy(() -> new ClassChoice.Every(5, 6).check(10)).hasMessageContaining("no class 10");
        assertThatThrownBy(() -> new ClassChoice.One(-1)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new ClassChoice.Every(0, 0)).isInstanceOf(UserError.class);
        assertThatThrownBy(() -> new ClassChoice.Every(2, Integer.MAX_VALUE)).isInstanceOf(UserError.class);
    }
}
