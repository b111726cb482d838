package io.slimgan.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedListTest {

    @Test
    void readsNumbersRangesAndLists() {
        assertThat(SeedList.parse("17", 3).orElseThrow().seeds()).containsExactly(17L, 18L, 19L);
        assertThat(SeedList.parse(" 17 - 19 ", 1).orElseThrow().seeds()).containsExactly(17L, 18L, 19L);
        assertThat(SeedList.parse("3, 8,100-102", 1).orElseThrow().seeds()).containsExactly(3L, 8L, 100L, 101L, 102L);
        assertThat(SeedList.parse("3 8;9", 1).orElseThrow().seeds()).containsExactly(3L, 8L, 9L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "5-3", "-4", "1,,2", "0-64", "1-64, 70", "99999999999999999999", "1.5"})
    void refusesWhatIsNoListOf1To64Seeds(String text) {
        assertThat(SeedList.parse(text, 1)).isEmpty();
    }

    @Test
    void itsTextReadsBackToTheSameSeeds() {
        Random random = new Random(1);
        for (int round = 0; round < 500; round++) {
            List<Long> seeds = new ArrayList<>();
            int count = 2 + random.nextInt(30);
            for (int i = 0; i < count; i++) {
                boolean follows = i > 0 && random.nextBoolean();
                seeds.add(follows ? seeds.get(i - 1) + 1 : random.nextLong(1_000_000));
            }
            SeedList list = new SeedList(seeds);
            assertThat(SeedList.parse(list.text(), 1)).contains(list);
        }
    }

    @Test
    void movesByItsOwnLengthAndNotBelowZero() {
        SeedList list = SeedList.from(10, 4);
        assertThat(list.moved(1).seeds()).containsExactly(14L, 15L, 16L, 17L);
        assertThat(list.moved(1).moved(-1)).isEqualTo(list);
        assertThat(SeedList.from(2, 4).moved(-1)).isEqualTo(SeedList.from(0, 4));
        assertThat(list.resized(2).seeds()).containsExactly(10L, 11L);
    }
}
