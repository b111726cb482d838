package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Colour;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.DataSettings.Split;
import io.slimgan.data.official.SyntheticMnist;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MnistFilesTest {

    private static final Duration QUICK = Duration.ofSeconds(2);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everyDigitIsReadAndGetsAMarginOfTwo(boolean packed) throws IOException {
        SyntheticMnist.write(folder, 12, 3, packed);
        try (ImageSet set = open(32, Colour.RGB)) {
            assertThat(set.name()).isEqualTo("MNIST");
            assertThat(set.size()).isEqualTo(12);
            assertThat(set.channels()).isEqualTo(3);
            assertThat(set.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
            assertThat(set.notes()).anyMatch(note -> note.contains("margin of 2"));
            for (int i = 0; i < 12; i++) {
                assertThat(set.label(i)).isEqualTo(SyntheticMnist.label(i));
                byte[] rgb = set.images(i, 1).pixels();
                byte[] digit = SyntheticMnist.digit(i);
                for (int p = 0; p < 1_024; p++) {
                    int x = p % 32 - 2;
                    int y = p / 32 - 2;
                    boolean margin = x < 0 || y < 0 || x >= 28 || y >= 28;
                    byte expected = margin ? 0 : digit[y * 28 + x];
                    assertThat(new byte[] {rgb[3 * p], rgb[3 * p + 1], rgb[3 * p + 2]})
                            .containsOnly(expected);
                }
            }
        }
    }

    @Test
    void oneChannelIsTrainedAndThreeAreShown() throws IOException {
        SyntheticMnist.write(folder, 12, 3, true);
        try (ImageSet grey = open(32, Colour.GREY);
                ImageSet rgb = open(32, Colour.RGB);
                BatchLoader one = new BatchLoader(grey, new BatchPlan(12, 5, 1), Runnable::run, 0);
                BatchLoader three = new BatchLoader(rgb, new BatchPlan(12, 5, 1), Runnable::run, 0)) {
            assertThat(grey.channels()).isEqualTo(1);
            assertThat(grey.images(0, 12)).isEqualTo(rgb.images(0, 12));
            HostTensor narrow = one.take(0).images();
            HostTensor wide = three.take(0).images();
            assertThat(narrow.shape()).containsExactly(5, 1, 32, 32);
            assertThat(wide.shape()).containsExactly(5, 3, 32, 32);
            for (int i = 0; i < 5; i++) {
                float[] plane = Arrays.copyOfRange(narrow.values(), i * 1_024, (i + 1) * 1_024);
                for (int c = 0; c < 3; c++) {
                    int at = (i * 3 + c) * 1_024;
                    assertThat(Arrays.copyOfRange(wide.values(), at, at + 1_024))
                            .isEqualTo(plane);
                }
                assertThat(plane[0]).isEqualTo(-1f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 48, 64})
    void otherSizesComeFromThePaddedDigits(int size) throws IOException {
        byte[] white = SyntheticMnist.images(0, 2);
        Arrays.fill(white, 16, white.length, (byte) 255);
        SyntheticMnist.put(folder.resolve("train-images-idx3-ubyte"), white);
        try (ImageSet set = open(size, Colour.GREY)) {
            assertThat(set.imageSize()).isEqualTo(size);
            byte[] rgb = set.images(0, 1).pixels();
            // Where the margin is a pixel or less wide, the white digit already shines into it.
            assertThat(rgb[0] & 255).isLessThanOrEqualTo(size == 16 ? 8 : 0);
            assertThat(rgb[3 * (size / 2 * size + size / 2)]).isEqualTo((byte) 255);
            assertThat(set.notes()).anyMatch(note -> note.contains("from these 32 to " + size));
            assertThat(set.notes()).anyMatch(note -> note.contains("labels is missing"));
            assertThat(set.label(0)).isEqualTo(-1);
            assertThat(set.classNames()).isEmpty();
        }
    }

    @Test
    void theTestFilesAreKeptBack() throws IOException {
        SyntheticMnist.write(folder, 12, 3, true);
        Datasets.HeldOut heldOut = Datasets.openHeldOut(settings(32, Colour.RGB), ProgressListener.none());
        try (ImageSet set = heldOut.images()) {
            assertThat(heldOut.split()).isEqualTo("test");
            assertThat(set.size()).isEqualTo(3);
            assertThat(set.label(1)).isEqualTo(SyntheticMnist.label(13));
        }
        Files.delete(folder.resolve("t10k-images-idx3-ubyte.gz"));
        heldOut = Datasets.openHeldOut(settings(32, Colour.RGB), ProgressListener.none());
        try (ImageSet set = heldOut.images()) {
            assertThat(heldOut.split()).isEqualTo("train");
            assertThat(set.size()).isEqualTo(12);
        }
    }

    @Test
    void filesThatAreCutOffAreNamed() throws IOException {
        SyntheticMnist.write(folder, 12, 3, true);
        Path images = folder.resolve("train-images-idx3-ubyte.gz");
        byte[] packed = Files.readAllBytes(images);
        Files.write(images, Arrays.copyOf(packed, packed.length / 2));
        assertRefused(images + " is cut off");
        for (int length : new int[] {0, 3, 10, 16, 16 + 12 * 784 - 1}) {
            SyntheticMnist.put(images, Arrays.copyOf(SyntheticMnist.images(0, 12), length));
            assertRefused(images + " is cut off");
        }
    }

    @Test
    void damagedFilesAreNamed() throws IOException {
        SyntheticMnist.write(folder, 12, 3, true);
        Path images = folder.resolve("train-images-idx3-ubyte.gz");
        byte[] packed = Files.readAllBytes(images);
        packed[packed.length - 6] ^= 1; // the checksum
        Files.write(images, packed);
        assertRefused(images + " is damaged");
        SyntheticMnist.put(images, Arrays.copyOf(SyntheticMnist.images(0, 12), 16 + 12 * 784 + 1));
        assertRefused(images + " goes on after the 9408 values");
    }

    @Test
    void wrongHeadersAreExplained() throws IOException {
        SyntheticMnist.write(folder, 12, 3, false);
        Path images = folder.resolve("train-images-idx3-ubyte");
        Path labels = folder.resolve("train-labels-idx1-ubyte");
        Files.write(images, SyntheticMnist.labels(0, 12));
        assertRefused(images + " begins with 0x00000801 and not with 0x00000803", "no IDX file of images");
        Files.write(
                images,
                ByteBuffer.allocate(16)
                        .putInt(0x803)
                        .putInt(-1)
                        .putInt(28)
                        .putInt(28)
                        .array());
        assertRefused(images + " says that it holds [-1, 28, 28] values");
        Files.write(
                images,
                ByteBuffer.allocate(16)
                        .putInt(0x803)
                        .putInt(2_000_000_000)
                        .putInt(28)
                        .putInt(28)
                        .array());
        assertRefused(images + " says that it holds [2000000000, 28, 28]");
        byte[] wide = ByteBuffer.allocate(16 + 32)
                .putInt(0x803)
                .putInt(2)
                .putInt(4)
                .putInt(4)
                .array();
        Files.write(images, wide);
        assertRefused(images + " holds pictures of 4 x 4 pixels");
        Files.write(images, SyntheticMnist.images(0, 12));
        Files.write(labels, SyntheticMnist.images(0, 12));
        assertRefused(labels + " begins with 0x00000803", "no IDX file of labels");
        Files.write(labels, SyntheticMnist.labels(0, 11));
        assertRefused(labels + " has 11 labels", "12 images");
        byte[] wrong = SyntheticMnist.labels(0, 12);
        wrong[8 + 7] = 10;
        Files.write(labels, wrong);
        assertRefused(labels + " has label 10 for image 7", "0 to 9");
    }

    @Test
    void readingCanBeCancelled() throws IOException {
        SyntheticMnist.write(folder, 12, 3, false);
        assertThatThrownBy(() -> Datasets.open(settings(32, Colour.RGB), (what, done, total) -> false))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void sixtyThousandDigitsOpenInTwoSeconds() throws IOException {
        SyntheticMnist.write(folder, 60_000, 10, true);
        open(32, Colour.RGB).close(); // once for the compiler
        long start = System.nanoTime();
        try (ImageSet set = open(32, Colour.RGB)) {
            assertThat(set.size()).isEqualTo(60_000);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
    }

    @Test
    void theRealDigitsOpenInTwoSeconds() {
        Path real = Path.of(System.getProperty("shared.dir", "nowhere"), "data", "mnist");
        assumeThat(Files.isDirectory(real))
                .as("Skipped: there are no real MNIST files in " + real)
                .isTrue();
        DataSettings settings = new DataSettings(Dataset.MNIST, real.toString(), 32);
        long start = System.nanoTime();
        try (ImageSet set = Datasets.open(settings, ProgressListener.none())) {
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK);
            assertThat(set.size()).isEqualTo(60_000);
            // The well-known first ten digits.
            int[] first = {5, 0, 4, 1, 9, 2, 1, 3, 1, 4};
            for (int i = 0; i < first.length; i++) {
                assertThat(set.label(i)).isEqualTo(first[i]);
            }
            assertThat(set.notes()).noneMatch(note -> note.contains("were found"));
        }
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> open(32, Colour.RGB))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(parts);
    }

    private ImageSet open(int size, Colour colour) {
        return Datasets.open(settings(size, colour), ProgressListener.none());
    }

    private DataSettings settings(int size, Colour colour) {
        return new DataSettings(Dataset.MNIST, folder.toString(), size, Split.CODE, Labels.FINE, colour);
    }
}
