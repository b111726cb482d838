package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Colour;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.DataSettings.Split;
import io.slimgan.data.official.SyntheticStl;
import io.slimgan.data.official.SyntheticTar;
import io.slimgan.data.pixels.Resampler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StlFolderTest {

    @TempDir
    Path parent;

    @Test
    void columnsBecomeRows() throws IOException {
        Path folder = SyntheticStl.write(parent, 5, 3, 4);
        try (ImageSet set = open(folder, 96, Split.CODE)) {
            assertThat(set.name()).isEqualTo("STL-10");
            assertThat(set.size()).isEqualTo(5);
            assertThat(set.label(0)).isEqualTo(-1);
            assertThat(set.classNames()).isEmpty();
            for (int i = 0; i < 5; i++) {
                assertThat(set.images(i, 1)).isEqualTo(upright(i));
            }
        }
    }

    private static RgbImages upright(int place) {
        byte[] pixels = new byte[96 * 96 * 3];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) SyntheticStl.level(place, i % 3, i / 288, i / 3 % 96);
        }
        return new RgbImages(1, 96, 96, pixels);
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 32, 48, 64, 128})
    void anySizeIsResampledAsPillowDoes(int size) throws IOException {
        Path folder = SyntheticStl.write(parent, 3, 1, 1);
        try (ImageSet set = open(folder, size, Split.CODE)) {
            assertThat(set.imageSize()).isEqualTo(size);
            assertThat(set.images(2, 1)).isEqualTo(Resampler.resize(upright(2), size, size));
            assertThat(set.notes()).anyMatch(note -> note.contains("resized from 96 to " + size));
        }
    }

    @Test
    void theLabelledImagesHaveTheirClasses() throws IOException {
        Path folder = SyntheticStl.write(parent, 5, 3, 4);
        try (ImageSet set = open(folder, 48, Split.LABELLED)) {
            assertThat(set.size()).isEqualTo(3);
            assertThat(set.classNames()).hasSize(10).startsWith("airplane").endsWith("truck");
            for (int i = 0; i < 3; i++) {
                assertThat(set.label(i)).isEqualTo(SyntheticStl.label(1_000 + i));
            }
            assertThat(set.images(1, 1)).isEqualTo(Resampler.resize(upright(1_001), 48, 48));
        }
    }

    @Test
    void paperAndCodeMeasureAgainstOtherImagesAndSaySo() throws IOException {
        Path folder = SyntheticStl.write(parent, 5, 3, 4);
        for (Split split : Split.values()) {
            Datasets.HeldOut heldOut = Datasets.openHeldOut(settings(folder, 96, split), ProgressListener.none());
            try (ImageSet set = heldOut.images();
                    ImageSet training = open(folder, 96, split)) {
                boolean paper = split == Split.PAPER;
                assertThat(heldOut.split()).isEqualTo(paper ? "unlabelled" : "test");
                assertThat(set.images(1, 1)).isEqualTo(upright(paper ? 1 : 2_001));
                assertThat(set.label(1)).isEqualTo(paper ? -1 : SyntheticStl.label(2_001));
                assertThat(training.notes())
                        .anyMatch(note -> note.contains(
                                split == Split.LABELLED
                                        ? "data.split"
                                        : "data.split " + split.name().toLowerCase(java.util.Locale.ROOT)));
            }
        }
        Files.delete(folder.resolve("test_X.bin"));
        Datasets.HeldOut without = Datasets.openHeldOut(settings(folder, 96, Split.CODE), ProgressListener.none());
        try (ImageSet set = without.images()) {
            assertThat(without.split()).isEqualTo("train");
            assertThat(set.size()).isEqualTo(5);
        }
    }

    @Test
    void theArchiveWillDo() throws IOException {
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Path archive = SyntheticTar.gz(parent.resolve("stl10_binary.tar.gz"), SyntheticStl.write(elsewhere, 5, 3, 4));
        for (Path named : new Path[] {archive, parent}) {
            try (ImageSet set = open(named, 96, Split.CODE)) {
                assertThat(set.images(4, 1)).isEqualTo(upright(4));
            }
        }
    }

    @Test
    void damageIsNamed() throws IOException {
        Path folder = SyntheticStl.write(parent, 5, 3, 4);
        Path labels = folder.resolve("train_y.bin");
        Files.write(labels, new byte[] {1, 11, 2});
        assertRefused(folder, Split.LABELLED, labels + " has label 11 at offset 1", "1 to 10");
        Files.write(labels, new byte[] {1, 0, 2});
        assertRefused(folder, Split.LABELLED, labels + " has label 0 at offset 1");
        Files.write(labels, new byte[] {1, 2});
        assertRefused(folder, Split.LABELLED, labels + " has 2 labels for 3 images");
        Path images = folder.resolve("unlabeled_X.bin");
        Files.write(images, new byte[27_648 + 5]);
        assertRefused(folder, Split.CODE, images + " is 27653 bytes long", "27648-byte records", "offset 27648");
        Files.write(images, new byte[0]);
        assertRefused(folder, Split.CODE, images + " is empty");
        Files.delete(images);
        assertRefused(folder, Split.CODE, "holds nothing of STL-10", "unlabeled_X.bin", "stl10_binary.tar.gz");
    }

    @Test
    void aClosedSetRefuses() throws IOException {
        ImageSet set = open(SyntheticStl.write(parent, 5, 3, 4), 48, Split.CODE);
        set.close();
        set.close();
        assertThatThrownBy(() -> set.images(0, 1)).isInstanceOf(IllegalStateException.class);
    }

    private static void assertRefused(Path path, Split split, String... parts) {
        assertThatThrownBy(() -> open(path, 48, split))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(parts);
    }

    private static ImageSet open(Path path, int size, Split split) {
        return Datasets.open(settings(path, size, split), ProgressListener.none());
    }

    private static DataSettings settings(Path path, int size, Split split) {
        return new DataSettings(Dataset.STL10, path.toString(), size, split, Labels.FINE, Colour.RGB);
    }
}
