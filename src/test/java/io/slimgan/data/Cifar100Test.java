package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Colour;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.DataSettings.Split;
import io.slimgan.data.official.SyntheticCifar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Cifar100Test {

    private static final int RECORD = 3_074;

    @TempDir
    Path parent;

    @Test
    void theFineLabelIsTheSecondByteAndTheCoarseOneTheFirst() throws IOException {
        Path folder = SyntheticCifar.cifar100(parent, 30, 5);
        try (ImageSet fine = open(folder, Labels.FINE);
                ImageSet coarse = open(folder, Labels.COARSE)) {
            assertThat(fine.name()).isEqualTo("CIFAR-100");
            assertThat(fine.size()).isEqualTo(30);
            assertThat(fine.classNames()).hasSize(100).startsWith("apple").endsWith("worm");
            assertThat(coarse.classNames())
                    .hasSize(20)
                    .startsWith("aquatic_mammals")
                    .endsWith("vehicles_2");
            for (int i = 0; i < 30; i++) {
                assertThat(fine.label(i)).isEqualTo(SyntheticCifar.fine(i));
                assertThat(coarse.label(i)).isEqualTo(SyntheticCifar.coarse(i));
                assertPixels(fine, i, SyntheticCifar.pixels(i));
            }
            assertThat(fine.notes()).anyMatch(note -> note.startsWith("30 images were found; the whole of CIFAR-100"));
        }
    }

    private static void assertPixels(ImageSet set, int index, byte[] planes) {
        byte[] rgb = set.images(index, 1).pixels();
        float[] values = new float[3_072];
        set.copyTo(index, values, 0);
        for (int p = 0; p < 1_024; p++) {
            for (int c = 0; c < 3; c++) {
                int level = planes[c * 1_024 + p] & 255;
                assertThat(rgb[p * 3 + c] & 255).isEqualTo(level);
                assertThat(values[c * 1_024 + p]).isEqualTo((level / 255f - 0.5f) / 0.5f);
            }
        }
    }

    @Test
    void theTestFileIsKeptBack() throws IOException {
        Path folder = SyntheticCifar.cifar100(parent, 30, 5);
        Datasets.HeldOut heldOut = Datasets.openHeldOut(settings(folder, Labels.FINE), ProgressListener.none());
        try (ImageSet set = heldOut.images()) {
            assertThat(heldOut.split()).isEqualTo("test");
            assertThat(set.size()).isEqualTo(5);
            assertPixels(set, 2, SyntheticCifar.pixels(32));
        }
        Files.delete(folder.resolve("test.bin"));
        Datasets.HeldOut without = Datasets.openHeldOut(settings(folder, Labels.FINE), ProgressListener.none());
        try (ImageSet set = without.images()) {
            assertThat(without.split()).isEqualTo("train");
            assertThat(set.size()).isEqualTo(30);
        }
    }

    @Test
    void theNamesAreKnownWithoutTheirFiles() throws IOException {
        Path folder = SyntheticCifar.cifar100(parent, 3, 1);
        Files.delete(folder.resolve("fine_label_names.txt"));
        try (ImageSet set = open(folder, Labels.FINE)) {
            assertThat(set.classNames().get(99)).isEqualTo("worm");
        }
    }

    @Test
    void aRecordThatIsCutOffIsNamedWithItsOffset() throws IOException {
        Path folder = SyntheticCifar.cifar100(parent, 3, 1);
        Path file = folder.resolve("train.bin");
        Files.write(file, new byte[7], StandardOpenOption.APPEND);
        assertRefused(folder, file.toString(), "9229 bytes", "3074-byte records", "offset 9222", "Download it again");
        Files.write(file, new byte[0]);
        assertRefused(folder, file + " is empty");
    }

    @Test
    void aLabelThatThereIsNotIsNamedWithItsOffset() throws IOException {
        Path folder = SyntheticCifar.cifar100(parent, 3, 1);
        Path file = folder.resolve("train.bin");
        byte[] bytes = Files.readAllBytes(file);
        bytes[2 * RECORD + 1] = 100;
        Files.write(file, bytes);
        assertRefused(folder, "label 100", "offset 6148", "0 to 99", "CIFAR-100");
    }

    @Test
    void aFolderWithoutItIsRefusedInOneSentence() {
        assertRefused(parent, "holds nothing of CIFAR-100", "train.bin", "cifar-100-binary.tar.gz");
    }

    private void assertRefused(Path path, String... parts) {
        assertThatThrownBy(() -> open(path, Labels.FINE))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(parts);
    }

    private static ImageSet open(Path path, Labels labels) {
        return Datasets.open(settings(path, labels), ProgressListener.none());
    }

    private static DataSettings settings(Path path, Labels labels) {
        return new DataSettings(Dataset.CIFAR100, path.toString(), 32, Split.CODE, labels, Colour.RGB);
    }
}
