package io.slimgan.ui.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ColumnSeedsTest {

    private final ColumnSeeds seeds = new ColumnSeeds(new SplittableRandom(1));

    @Test
    void newSeedsSpareLockedColumns() {
        seeds.start(List.of(11L, 22L, 33L, 44L));
        seeds.toggleLock(1);
        seeds.shuffle();
        assertThat(seeds.seeds().get(1)).isEqualTo(22);
        assertThat(seeds.seeds()).doesNotContain(11L, 33L, 44L);
        seeds.toggleLock(1);
        seeds.shuffle();
        assertThat(seeds.seeds()).doesNotContain(22L);
    }

    @Test
    void allSeedsDiffer() {
        seeds.start(List.of(11L));
        seeds.resize(64);
        for (int round = 0; round < 50; round++) {
            seeds.shuffle();
            assertThat(new HashSet<>(seeds.seeds())).hasSize(64);
        }
    }

    @Test
    void fewerColumnsAndThenMoreBringBackTheSameOnes() {
        seeds.start(List.of(1L, 2L, 3L));
        seeds.resize(10);
        List<Long> ten = seeds.seeds();
        seeds.resize(2);
        assertThat(seeds.seeds()).containsExactly(1L, 2L);
        seeds.resize(10);
        assertThat(seeds.seeds()).isEqualTo(ten);
        seeds.resize(1000);
        assertThat(seeds.columns()).hasSize(64);
        seeds.resize(0);
        assertThat(seeds.columns()).hasSize(1);
    }
}
