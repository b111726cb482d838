package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.data.official.SyntheticPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SynsetFoldersTest {

    private static final String[] SYNSETS = {"n01440764", "n02012849", "n03126707"};

    @TempDir
    Path root;

    /** Of class c the levels 60 c + 20 i, i up to c. */
    private Path write(Path folder) throws IOException {
        for (int c = 0; c < SYNSETS.length; c++) {
            Path synset = Files.createDirectories(folder.resolve(SYNSETS[c]));
            for (int i = 0; i <= c; i++) {
                byte[] photo = SyntheticPhotos.jpeg(160 + 10 * i, 150, 60 * c + 20 * i);
                Files.write(synset.resolve(SYNSETS[c] + "_" + i + ".JPEG"), photo);
            }
            Files.writeString(synset.resolve("readme.txt"), "x");
        }
        return folder;
    }

    @Test
    void everySynsetIsAClass() throws IOException {
        write(root);
        try (ImageSet set = open(root)) {
            assertThat(set.name()).isEqualTo("ImageNet");
            assertThat(set.size()).isEqualTo(6);
            assertThat(set.imageSize()).isEqualTo(128);
            assertThat(set.classNames()).containsExactly(SYNSETS);
            int[] labels = {0, 1, 1, 2, 2, 2};
            int[] levels = {0, 60, 80, 120, 140, 160};
            for (int i = 0; i < 6; i++) {
                assertThat(set.label(i)).isEqualTo(labels[i]);
                assertThat(set.images(i, 1).pixels()[128 * 200] & 255).isCloseTo(levels[i], within(2));
            }
        }
    }

    @Test
    void aFileMayNameTheClasses() throws IOException {
        Path train = write(root.resolve("train"));
        Files.writeString(
                root.resolve("LOC_synset_mapping.txt"),
                "n01440764 tench, Tinca tinca\nn02012849 crane\nn03126707 crane, derrick\n");
        for (Path named : new Path[] {root, train}) {
            try (ImageSet set = open(named)) {
                assertThat(set.classNames()).containsExactly("tench", "crane", "crane, derrick");
            }
        }
    }

    @Test
    void theFolderValIsForMeasuring() throws IOException {
        write(root.resolve("train"));
        Datasets.HeldOut heldOut = Datasets.openHeldOut(settings(root), ProgressListener.none());
        try (ImageSet set = heldOut.images()) {
            assertThat(heldOut.split()).isEqualTo("train");
            assertThat(set.size()).isEqualTo(6);
        }
        Path flat = Files.createDirectories(root.resolve("val"));
        Files.write(flat.resolve("ILSVRC2012_val_00000001.JPEG"), SyntheticPhotos.jpeg(140, 150, 7));
        heldOut = Datasets.openHeldOut(settings(root), ProgressListener.none());
        try (ImageSet set = heldOut.images()) {
            assertThat(heldOut.split()).isEqualTo("val");
            assertThat(set.size()).isEqualTo(1);
            assertThat(set.label(0)).isEqualTo(-1);
        }
        write(flat);
        try (ImageSet set =
                Datasets.openHeldOut(settings(root), ProgressListener.none()).images()) {
            assertThat(set.size()).isEqualTo(6);
            assertThat(set.label(5)).isEqualTo(2);
        }
    }

    @Test
    void aBrokenPhotographIsReplacedByOneOfItsClass() throws IOException {
        write(root);
        Files.writeString(root.resolve(SYNSETS[1]).resolve(SYNSETS[1] + "_1.JPEG"), "no photograph");
        try (ImageSet set = open(root)) {
            assertThat(set.images(2, 1)).isEqualTo(set.images(1, 1));
            assertThat(set.notes()).anyMatch(note -> note.startsWith("n02012849/n02012849_1.JPEG is skipped"));
        }
    }

    @Test
    void emptyFoldersDoNotShiftTheLabels() throws IOException {
        write(root);
        for (String empty : new String[] {"n00000001", "n02000000", "n02000001", "n09999999"}) {
            Files.createDirectories(root.resolve(empty));
        }
        try (ImageSet set = open(root)) {
            assertThat(set.size()).isEqualTo(6);
            assertThat(set.classNames()).hasSize(7);
            int[] labels = {1, 4, 4, 5, 5, 5};
            for (int i = 0; i < 6; i++) {
                assertThat(set.label(i)).isEqualTo(labels[i]);
            }
            assertThat(set.notes()).contains("n09999999 holds no images.");
        }
    }

    @Test
    void whatIsNotImageNetIsExplained() throws IOException {
        assertRefused(root, "holds nothing of ImageNet", "one folder of images per synset");
        Files.write(root.resolve("ILSVRC2012_img_train.tar"), new byte[10]);
        assertRefused(root, "ILSVRC2012_img_train.tar is still packed", "unpack it");
        Files.createDirectories(root.resolve("n01440764"));
        assertRefused(root, "holds no images");
        assertRefused(root.resolve("ILSVRC2012_img_train.tar"), "is a file and is no folder");
    }

    @Test
    void listingCanBeCancelled() throws IOException {
        write(root);
        assertThatThrownBy(() -> Datasets.open(settings(root), (what, done, total) -> done == 0))
                .isInstanceOf(CancellationException.class);
    }

    private static void assertRefused(Path path, String... parts) {
        assertThatThrownBy(() -> open(path)).isInstanceOf(UserError.class).hasMessageContainingAll(parts);
    }

    private static ImageSet open(Path path) {
        return Datasets.open(settings(path), ProgressListener.none());
    }

    private static DataSettings settings(Path path) {
        return new DataSettings(Dataset.IMAGENET, path.toString(), 128);
    }
}
