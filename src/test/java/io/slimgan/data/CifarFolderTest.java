package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.data.pixels.Resampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CifarFolderTest {

    private static final int RECORD = 3_073;

    @TempDir
    Path folder;

    /** Batch b holds 2 b records; every byte of a record follows from its place in the set. */
    @BeforeEach
    void writeBatches() throws IOException {
        int place = 0;
        for (int b = 1; b <= 5; b++) {
            byte[] bytes = new byte[2 * b * RECORD];
            for (int r = 0; r < 2 * b; r++, place++) {
                byte[] record = record(place);
                System.arraycopy(record, 0, bytes, r * RECORD, RECORD);
            }
            Files.write(batch(b), bytes);
        }
    }

    @Test
    void readsEveryRecordOfTheFiveFilesInOrder() {
        try (ImageSet set = open(folder, 32)) {
            assertThat(set.name()).isEqualTo("CIFAR-10");
            assertThat(set.size()).isEqualTo(30);
            assertThat(set.imageSize()).isEqualTo(32);
            assertThat(set.classNames()).hasSize(10).startsWith("airplane", "automobile");
            assertThat(set.notes()).hasSize(1);
            assertThat(set.notes().get(0)).startsWith("30 images were found");
            float[] values = new float[7 + 3_072];
            for (int i = 0; i < 30; i++) {
                byte[] record = record(i);
                assertThat(set.label(i)).isEqualTo(record[0]);
                set.copyTo(i, values, 7);
                RgbImages image = set.images(i, 1);
                for (int p = 0; p < 1_024; p++) {
                    for (int c = 0; c < 3; c++) {
                        int level = record[1 + c * 1_024 + p] & 255;
                        assertThat(values[7 + c * 1_024 + p]).isEqualTo((level / 255f - 0.5f) / 0.5f);
                        assertThat(image.pixels()[p * 3 + c] & 255).isEqualTo(level);
                    }
                }
            }
        }
    }

    @Test
    void otherSizesAreResizedAndThatIsSaid() {
        try (ImageSet set = open(folder, 48);
                ImageSet original = open(folder, 32)) {
            assertThat(set.imageSize()).isEqualTo(48);
            assertThat(set.images(4, 1)).isEqualTo(Resampler.resize(original.images(4, 1), 48, 48));
            assertThat(set.notes()).anyMatch(note -> note.contains("resized from 32 to 48"));
        }
    }

    @Test
    void theFolderAroundTheUnpackedOneWillDo() throws IOException {
        Path inside = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        for (int b = 1; b <= 5; b++) {
            Files.move(batch(b), inside.resolve(batch(b).getFileName()));
        }
        try (ImageSet set = open(folder, 32)) {
            assertThat(set.size()).isEqualTo(30);
        }
    }

    @Test
    void classNamesComeFromTheirFile() throws IOException {
        Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n");
        try (ImageSet set = open(folder, 32)) {
            assertThat(set.classNames()).isEqualTo(List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j"));
        }
        Files.writeString(folder.resolve("batches.meta.txt"), "a\nb\n");
        try (ImageSet set = open(folder, 32)) {
            assertThat(set.classNames()).contains("frog");
            assertThat(set.notes()).anyMatch(note -> note.contains("2 names"));
        }
    }

    @Test
    void aSizeThatIsNoWholeNumberOfRecordsNamesFileAndOffset() throws IOException {
        Files.write(batch(3), new byte[10], StandardOpenOption.APPEND);
        assertRefused(batch(3).toString(), "18448 bytes", "3073-byte records", "offset 18438");
    }

    @Test
    void aLabelAboveNineNamesFileAndOffset() throws IOException {
        byte[] bytes = Files.readAllBytes(batch(4));
        bytes[5 * RECORD] = (byte) 200;
        Files.write(batch(4), bytes);
        assertRefused(batch(4).toString(), "label 200", "offset 15365", "0 to 9");
    }

    @Test
    void aMissingBatchIsNamed() throws IOException {
        Files.delete(batch(5));
        assertRefused(batch(5) + " is missing");
    }

    @Test
    void fiveEmptyFilesAreNoDataset() throws IOException {
        for (int b = 1; b <= 5; b++) {
            Files.write(batch(b), new byte[0]);
        }
        assertRefused("without a single image");
    }

    @Test
    void aWrongPathIsExplained() throws IOException {
        assertThatThrownBy(() -> open(folder.resolve("nowhere"), 32))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> open(batch(1), 32))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> Datasets.open(new DataSettings(Dataset.CIFAR10, " ", 32), ProgressListener.none()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("data.path is empty");
    }

    @Test
    void readingCanBeCancelled() {
        DataSettings settings = new DataSettings(Dataset.CIFAR10, folder.toString(), 32);
        assertThatThrownBy(() -> Datasets.open(settings, (what, done, total) -> false))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void theRealImagesOpen() {
        Path real = Path.of(System.getProperty("shared.dir", "nowhere"), "data", "cifar-10-batches-bin");
        assumeThat(Files.isDirectory(real))
                .as("Skipped: there are no real CIFAR-10 files in " + real)
                .isTrue();
        try (ImageSet set = open(real, 32)) {
            assertThat(set.size()).isGreaterThanOrEqualTo(8_068);
            assertThat(set.classNames()).startsWith("airplane").endsWith("truck");
            int[] counts = new int[10];
            for (int i = 0; i < set.size(); i++) {
                counts[set.label(i)]++;
            }
            for (int count : counts) {
                assertThat((double) count / set.size()).isBetween(0.08, 0.12);
            }
            // The first training image is the well-known frog: its first pixel is (59, 62, 63).
            assertThat(set.label(0)).isEqualTo(6);
            assertThat(set.images(0, 1).argb(0, 0, 0)).isEqualTo(0xFF3B3E3F);
        }
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> open(folder, 32)).isInstanceOf(UserError.class).hasMessageContainingAll(parts);
    }

    private static ImageSet open(Path path, int size) {
        return Datasets.open(new DataSettings(Dataset.CIFAR10, path.toString(), size), ProgressListener.none());
    }

    private Path batch(int number) {
        return folder.resolve("data_batch_" + number + ".bin");
    }

    private static byte[] record(int place) {
        byte[] record = new byte[RECORD];
        new Random(place).nextBytes(record);
        record[0] = (byte) (place % 10);
        return record;
    }
}
