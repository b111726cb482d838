package io.slimgan.data.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameTableTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 255, 256, 257, 5_000})
    void everyNameComesBack(int count) {
        List<String> names = new ArrayList<>();
        Random random = new Random(count);
        for (int i = 0; i < count; i++) {
            names.add("ü".repeat(random.nextInt(9)) + i);
        }
        NameTable table = NameTable.of(names);
        assertThat(table.size()).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(table.get(i)).isEqualTo(names.get(i));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void aNameLongerThanTheTableFits(int length) {
        NameTable table = NameTable.of(List.of("a", "b".repeat(length), ""));
        assertThat(table.get(1)).hasSize(length);
        assertThat(table.get(2)).isEmpty();
    }
}
