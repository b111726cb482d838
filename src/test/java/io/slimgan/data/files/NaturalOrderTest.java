package io.slimgan.data.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class NaturalOrderTest {

    private final NaturalOrder order = new NaturalOrder();

    @Test
    void numbersCountByValueAndCaseOnlyAtTheEnd() {
        List<String> sorted =
                List.of("1", "2", "10", "a1b2", "a1b10", "a2", "Cat", "cat", "cat 2", "cat 10", "x007", "x7", "x8");
        for (int seed = 0; seed < 20; seed++) {
            List<String> names = new ArrayList<>(sorted);
            Collections.shuffle(names, new Random(seed));
            names.sort(order);
            assertThat(names).isEqualTo(sorted);
        }
    }

    @Test
    void veryLongNumbersAreFine() {
        assertThat(order.compare("9".repeat(50), "1" + "0".repeat(50))).isNegative();
    }

    @RepeatedTest(20)
    void isAConsistentOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            names.add(random.ints(random.nextInt(5), 0, 6)
                    .mapToObj(c -> "aB01b9".substring(c, c + 1))
                    .reduce("", String::concat));
        }
        for (String a : names) {
            for (String b : names) {
                assertThat(Integer.signum(order.compare(a, b))).isEqualTo(-Integer.signum(order.compare(b, a)));
                assertThat(order.compare(a, b) == 0).isEqualTo(a.equals(b));
                for (String c : names) {
                    if (order.compare(a, b) <= 0 && order.compare(b, c) <= 0) {
                        assertThat(order.compare(a, c)).isLessThanOrEqualTo(0);
                    }
                }
            }
        }
    }
}
