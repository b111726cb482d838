package io.slimgan.ui.explore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedListTest {

    @Test
    void readsNumbersRangesAndLists() {
        assertThat(SeedList.parse("17", 3).seeds()).containsExactly(17L, 18L, 19L);
        assertThat(SeedList.parse(" 17 - 19 ", 1).seeds()).containsExactly(17L, 18L, 19L);
        assertThat(SeedList.parse("3, 8,100-102", 1).seeds()).containsExactly(3L, 8L, 100L, 101L, 102L);
        assertThat(SeedList.parse("3 8;9", 1).seeds()).containsExactly(3L, 8L, 9L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|A seed is missing; write whole numbers and ranges, such as 3, 8, 100-103.",
                "5,abc|“abc” is no seed; write whole numbers and ranges, such as 3, 8, 100-103.",
                "5-3|The range 5-3 runs backwards; write 3-5.",
                "-4|“-4” is no seed",
                "1,,2|A seed is missing",
                "1,|A seed is missing",
                "0-64|These are more than 64 seeds; write fewer.",
                "1-64, 70|These are more than 64 seeds; write fewer.",
                "99999999999999999999|“99999999999999999999” is no seed",
                "1.5|“1.5” is no seed"
            })
    void saysWhatIsNoListOf1To64Seeds(String text, String sentence) {
        assertThatThrownBy(() -> SeedList.parse(text, 1))
                .isInstanceOf(UserError.class)
                .hasMessageStartingWith(sentence);
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
            assertThat(SeedList.parse(list.text(), 1)).isEqualTo(list);
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
