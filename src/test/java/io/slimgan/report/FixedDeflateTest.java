package io.slimgan.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FixedDeflateTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 7, 257, 258, 259, 260, 1000, 32_767, 32_769, 100_000, 300_000})
    void javaUnpacksIt(int length) throws IOException {
        Random random = new Random(length);
        for (int variety : new int[] {1, 2, 5, 256}) {
            byte[] data = new byte[length];
            for (int i = 0; i < length; i++) {
                // Runs and far repeats as well as noise.
                boolean again = i > 40_000 && i / 500 % 3 == 0;
                data[i] = again ? data[i - 31_000] : (byte) random.nextInt(variety);
            }
            byte[] packed = FixedDeflate.compress(data);
            try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
                assertThat(in.readAllBytes()).isEqualTo(data);
            }
            assertThat(packed.length).isLessThan(length * 9 / 8 + 16);
        }
    }
}
