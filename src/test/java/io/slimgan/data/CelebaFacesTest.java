package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Colour;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.DataSettings.Split;
import io.slimgan.data.files.ImageDecoder;
import io.slimgan.data.official.SyntheticPhotos;
import io.slimgan.data.pixels.Resampler;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CelebaFacesTest {

    /** Two for training, one for validation, two for testing. */
    private static final int[] NUMBERS = {1, 162_770, 182_637, 182_638, 202_599};

    @TempDir
    Path parent;

    @Test
    void paperAndCodeDivideTheFacesAsTheListSays() throws IOException {
        Path folder = SyntheticPhotos.faces(parent, 1, 2, 3, 4, 5);
        SyntheticPhotos.partition(parent.resolve("list_eval_partition.txt"), new int[] {1, 2, 3, 4, 5}, 2, 0, 1, 0, 2);
        assertLevels(open(folder, Split.CODE), 2, 4);
        assertLevels(open(folder, Split.PAPER), 2, 3, 4);
        for (Split split : List.of(Split.CODE, Split.PAPER)) {
            Datasets.HeldOut heldOut = Datasets.openHeldOut(settings(folder, split), ProgressListener.none());
            assertThat(heldOut.split()).isEqualTo(split == Split.PAPER ? "test" : "test-10k");
            assertThat(heldOut.images().notes()).anyMatch(note -> note.contains("data.split"));
            assertLevels(heldOut.images(), 1, 5);
        }
    }

    @Test
    void withoutTheListTheNumbersDecideAndThatIsSaid() throws IOException {
        Path folder = SyntheticPhotos.faces(parent, NUMBERS);
        try (ImageSet set = open(folder, Split.CODE)) {
            assertThat(set.notes())
                    .anyMatch(note -> note.contains("list_eval_partition.txt is not beside the images"))
                    .anyMatch(note -> note.contains("5 images were found; the whole of CelebA has 202,599"))
                    .anyMatch(note -> note.contains("data.split code"));
        }
        assertLevels(open(folder, Split.CODE), 1, 162_770);
        assertLevels(open(folder, Split.PAPER), 1, 162_770, 182_637);
        assertLevels(
                Datasets.openHeldOut(settings(folder, Split.CODE), ProgressListener.none())
                        .images(),
                182_638,
                202_599);
    }

    private static void assertLevels(ImageSet opened, int... numbers) {
        try (ImageSet set = opened) {
            assertThat(set.name()).isEqualTo("CelebA");
            assertThat(set.label(0)).isEqualTo(-1);
            int[] levels = IntStream.range(0, set.size())
                    .map(i -> set.images(i, 1).pixels()[0] & 255)
                    .toArray();
            assertThat(levels).hasSize(numbers.length);
            for (int i = 0; i < numbers.length; i++) {
                assertThat(levels[i]).isCloseTo(SyntheticPhotos.level(numbers[i]), within(3));
            }
        }
    }

    @Test
    void theMiddleOf178PixelsIsResized() throws IOException {
        Path folder = SyntheticPhotos.faces(parent, 2);
        BufferedImage noise = new BufferedImage(178, 218, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(5);
        for (int y = 0; y < 218; y += 1) {
            for (int x = 0; x < 178; x++) {
                noise.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        Path file = folder.resolve("000001.jpg");
        ImageIO.write(noise, "jpg", file.toFile());
        RgbImages decoded = decoded(file);
        byte[] middle = Arrays.copyOfRange(decoded.pixels(), 20 * 178 * 3, 198 * 178 * 3);
        RgbImages expected = Resampler.resize(new RgbImages(1, 178, 178, middle), 64, 64);
        try (ImageSet set = open(folder, Split.CODE)) {
            assertThat(set.images(0, 1)).isEqualTo(expected);
        }
    }

    private static RgbImages decoded(Path file) {
        try {
            return ImageDecoder.decode(file).image();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theArchiveIsReadInPlace() throws IOException {
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Path faces = SyntheticPhotos.faces(elsewhere, NUMBERS);
        Path archive = SyntheticPhotos.zip(parent.resolve("img_align_celeba.zip"), faces);
        for (Path named : List.of(archive, parent)) {
            assertLevels(open(named, Split.PAPER), 1, 162_770, 182_637);
        }
        SyntheticPhotos.partition(parent.resolve("list_eval_partition.txt"), NUMBERS, 2, 2, 0, 2, 2);
        assertLevels(open(archive, Split.PAPER), 182_637);
        try (var files = Files.list(parent)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("elsewhere", "img_align_celeba.zip", "list_eval_partition.txt");
        }
    }

    @Test
    void aDamagedArchiveIsNamed() throws IOException {
        Path elsewhere = Files.createDirectories(parent.resolve("elsewhere"));
        Path archive =
                SyntheticPhotos.zip(parent.resolve("img_align_celeba.zip"), SyntheticPhotos.faces(elsewhere, 1, 2));
        byte[] bytes = Files.readAllBytes(archive);
        Files.write(archive, Arrays.copyOf(bytes, bytes.length / 2));
        assertRefused(archive, archive + " is damaged, cut off or no zip archive", "download it again");
        Files.write(archive, new byte[0]);
        assertRefused(archive, archive + " is damaged, cut off or no zip archive");
        // A flipped bit in a face is the face's fault and not the archive's.
        bytes[bytes.length / 4] ^= 16;
        Files.write(archive, bytes);
        try (ImageSet set = open(archive, Split.CODE)) {
            assertThat(set.size()).isEqualTo(2);
            assertThat(set.images(0, 1)).isEqualTo(set.images(1, 1));
            assertThat(set.notes()).anyMatch(note -> note.startsWith("000001.jpg is skipped: "));
        }
    }

    @Test
    void aBrokenFaceIsNamedAndTheNextOneStandsInItsPlace() throws IOException {
        Path folder = SyntheticPhotos.faces(parent, 1, 2, 3);
        Files.write(folder.resolve("000002.jpg"), new byte[0]);
        Files.write(folder.resolve("000003.jpg"), SyntheticPhotos.jpeg(100, 100, 5));
        try (ImageSet set = open(folder, Split.CODE)) {
            assertThat(set.notes()).noneMatch(note -> note.contains("skipped"));
            assertThat(set.images(1, 1)).isEqualTo(set.images(0, 1));
            assertThat(set.notes())
                    .contains("000002.jpg is skipped: it is empty.")
                    .anyMatch(note -> note.startsWith("000003.jpg is skipped: it has 100 x 100 pixels"));
        }
        Files.delete(folder.resolve("000001.jpg"));
        assertRefused(folder, "Neither 000002.jpg nor any of the images after it can be decoded: it is empty");
    }

    @Test
    void aListThatDoesNotFitIsExplained() throws IOException {
        Path folder = SyntheticPhotos.faces(parent, 1, 2);
        Path list = parent.resolve("list_eval_partition.txt");
        SyntheticPhotos.partition(list, new int[] {1}, 0);
        assertRefused(folder, "000002.jpg does not stand in " + list);
        Files.writeString(list, "000001.jpg 0\n000002.jpg 3\n");
        assertRefused(folder, list + ":2: here should stand a file's name and 0, 1 or 2");
        Files.writeString(list, "");
        assertRefused(folder, list + " is empty");
        SyntheticPhotos.partition(list, new int[] {1, 2}, 2, 2);
        assertRefused(folder, "all for measuring and none for training");
        Files.delete(list);
        Files.write(folder.resolve("me.jpg"), SyntheticPhotos.jpeg(178, 218, 5));
        assertRefused(folder, "me.jpg has no number of a face", "list_eval_partition.txt");
        assertRefused(parent.resolve("nowhere"), "does not exist", "img_align_celeba.zip");
    }

    @Test
    void listingCanBeCancelled() throws IOException {
        Path folder = SyntheticPhotos.faces(parent, 1, 2);
        assertThatThrownBy(() -> Datasets.open(settings(folder, Split.CODE), (what, done, total) -> false))
                .isInstanceOf(CancellationException.class);
    }

    private static void assertRefused(Path path, String... parts) {
        assertThatThrownBy(() -> open(path, Split.CODE))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(parts);
    }

    private static ImageSet open(Path path, Split split) {
        return Datasets.open(settings(path, split), ProgressListener.none());
    }

    private static DataSettings settings(Path path, Split split) {
        return new DataSettings(Dataset.CELEBA, path.toString(), 64, split, Labels.FINE, Colour.RGB);
    }
}
