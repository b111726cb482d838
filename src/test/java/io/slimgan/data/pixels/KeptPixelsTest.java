package io.slimgan.data.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeptPixelsTest {

    private static final int COUNT = 200;
    private static final int BYTES = 12;

    @TempDir
    Path folder;

    /** With room for all of them in memory, and with none. */
    @ParameterizedTest
    @ValueSource(longs = {COUNT * BYTES, 0})
    void keepsWhatItWasGivenFromManyThreads(long heapBytes) throws IOException {
        try (KeptPixels kept = new KeptPixels(COUNT, BYTES, heapBytes, folder)) {
            assertThat(kept.keeps()).isTrue();
            assertThat(kept.get(7)).isEmpty();
            IntStream.range(0, COUNT).parallel().filter(i -> i % 3 != 0).forEach(i -> kept.keep(i, image(i)));
            IntStream.range(0, COUNT).parallel().forEach(i -> {
                if (i % 3 == 0) {
                    assertThat(kept.get(i)).isEmpty();
                } else {
                    assertThat(kept.get(i))
                            .hasValueSatisfying(bytes -> assertThat(bytes).isEqualTo(image(i)));
                }
            });
            assertThatThrownBy(() -> kept.keep(0, new byte[BYTES - 1])).isInstanceOf(IllegalArgumentException.class);
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void withoutRoomNothingIsKept() {
        int large = 1 << 24;
        try (KeptPixels kept = new KeptPixels(Integer.MAX_VALUE, large, 0, folder)) {
            assertThat(kept.keeps()).isFalse();
            kept.keep(3, new byte[large]);
            assertThat(kept.get(3)).isEmpty();
        }
    }

    @Test
    void whereNothingCanBeWrittenNothingIsKept() {
        try (KeptPixels kept = new KeptPixels(COUNT, BYTES, 0, folder.resolve("nowhere"))) {
            assertThat(kept.keeps()).isFalse();
            kept.keep(3, image(3));
            assertThat(kept.get(3)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {COUNT * BYTES, 0})
    void aClosedOneIsEmpty(long heapBytes) {
        KeptPixels kept = new KeptPixels(COUNT, BYTES, heapBytes, folder);
        kept.keep(3, image(3));
        kept.close();
        kept.close();
        kept.keep(4, image(4));
        assertThat(kept.get(3)).isEmpty();
        assertThat(kept.get(4)).isEmpty();
    }

    private static byte[] image(int index) {
        byte[] bytes = new byte[BYTES];
        new Random(index).nextBytes(bytes);
        return bytes;
    }
}
