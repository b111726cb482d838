package io.slimgan.data.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
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

class PixelStoreTest {

    private static final int SIZE = 4;
    private static final int BYTES = SIZE * SIZE * 3;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {0, 5 * BYTES, 1 << 20})
    void givesBackWhatItTookInMemoryAndInAFile(long heapBytes) throws IOException {
        try (PixelWriter writer = new PixelWriter(SIZE, heapBytes, folder)) {
            for (int i = 0; i < 20; i++) {
                writer.add(image(i));
            }
            try (PixelStore store = writer.finish()) {
                assertThat(store).isInstanceOf(heapBytes == 1 << 20 ? HeapPixels.class : MappedPixels.class);
                assertThat(store.count()).isEqualTo(20);
                IntStream.range(0, 20)
                        .parallel()
                        .forEach(i -> assertThat(store.image(i)).isEqualTo(image(i)));
                assertThatThrownBy(() -> store.image(20)).isInstanceOf(IndexOutOfBoundsException.class);
                assertThatThrownBy(() -> store.image(-1)).isInstanceOf(IndexOutOfBoundsException.class);
            }
        }
        assertThat(filesLeft()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1 << 20})
    void refusesToBeReadOnceClosed(long heapBytes) throws IOException {
        try (PixelWriter writer = new PixelWriter(SIZE, heapBytes, folder)) {
            writer.add(image(1));
            PixelStore store = writer.finish();
            store.close();
            store.close();
            assertThatThrownBy(() -> store.image(0)).isInstanceOf(IllegalStateException.class);
        }
        assertThat(filesLeft()).isZero();
    }

    @Test
    void anAbandonedWriterLeavesNoFile() throws IOException {
        try (PixelWriter writer = new PixelWriter(SIZE, 0, folder)) {
            writer.add(image(1));
            assertThat(filesLeft()).isEqualTo(1);
        }
        assertThat(filesLeft()).isZero();
    }

    @Test
    void anImageOfAnotherSizeIsRefused() {
        try (PixelWriter writer = new PixelWriter(SIZE, 0, folder)) {
            assertThatThrownBy(() -> writer.add(new byte[BYTES + 1])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void aFolderThatTakesNoFileIsNamed() {
        Path gone = folder.resolve("gone");
        try (PixelWriter writer = new PixelWriter(SIZE, BYTES, gone)) {
            writer.add(image(1));
            assertThatThrownBy(() -> writer.add(image(2)))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining(gone.toString());
        }
    }

    private long filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static byte[] image(int index) {
        byte[] pixels = new byte[BYTES];
        new Random(index).nextBytes(pixels);
        return pixels;
    }
}
