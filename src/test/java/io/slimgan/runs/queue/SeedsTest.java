package io.slimgan.runs.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeedsTest {

    @Test
    void seedsAreListedOrRanged() {
        assertThat(Seeds.parse("")).isEmpty();
        assertThat(Seeds.parse(" 7 ")).containsExactly(7L);
        assertThat(Seeds.parse("2, 0,5-7")).containsExactly(2L, 0L, 5L, 6L, 7L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1,", "-1", "1.5", "3-1", "1,1", "0-3,2", "0-1000", "99999999999999999999", "0x1"})
    void whatIsNoSeedIsNamed(String text) {
        assertThatThrownBy(() -> Seeds.parse(text))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("Seeds are whole numbers")
                .hasMessageContaining("\"" + text + "\"");
    }
}
