package io.slimgan.data.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.data.ProgressListener;
import io.slimgan.data.files.BrokenImageException;
import io.slimgan.data.official.SyntheticPhotos;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryTest {

    @TempDir
    Path folder;

    private static Path picture(Path file, String format, int rgb) throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int p = 0; p < 256; p++) {
            image.setRGB(p % 16, p / 16, rgb);
        }
        Files.createDirectories(file.getParent());
        ImageIO.write(image, format, file.toFile());
        return file;
    }

    private Gallery open() {
        return Galleries.open(new DataSettings(Dataset.FOLDER, folder.toString(), 16), ProgressListener.none());
    }

    @Test
    void levelsDuplicatesAndBrokenFilesAreFound() throws Exception {
        picture(folder.resolve("cat/1.png"), "png", 0x0A141E);
        Path two = picture(folder.resolve("cat/2.png"), "png", 0x1E283C);
        Files.copy(two, Files.createDirectories(folder.resolve("dog")).resolve("same.png"));
        Files.writeString(folder.resolve("dog/torn.jpg"), "no picture");
        Files.createFile(folder.resolve("dog/void.png"));
        try (Gallery gallery = open()) {
            assertThat(gallery.size()).isEqualTo(5);
            assertThat(gallery.classNames()).containsExactly("cat", "dog");
            assertThat(gallery.label(1)).isZero();
            assertThat(gallery.nameOf(2)).isEqualTo("dog/same.png");
            assertThat(gallery.image(0)).startsWith((byte) 10, (byte) 20, (byte) 30);
            assertThatThrownBy(() -> gallery.image(3)).isInstanceOf(BrokenImageException.class);

            Findings found = GalleryCheck.of(gallery, ProgressListener.none());
            assertThat(found.checked()).isEqualTo(3);
            assertThat(found.grey()).isFalse();
            // Levels 10, 30, 30 in red, 20, 40, 40 in green, 30, 60, 60 in blue.
            assertThat(found.mean()).containsExactly(70 / 3.0, 100 / 3.0, 50.0);
            assertThat(found.deviation().get(0)).isCloseTo(Math.sqrt(800 / 9.0), within(1e-9));
            assertThat(found.deviation().get(2)).isCloseTo(Math.sqrt(200), within(1e-9));
            assertThat(found.duplicates()).containsExactly(List.of(1, 2));
            assertThat(found.broken()).extracting(Findings.Broken::index).containsExactly(3, 4);
            assertThat(found.broken().get(1).reason()).isEqualTo("it is empty");
        }
    }

    @Test
    void setsInMemoryAreCheckedByTheirPixels() {
        try (Gallery gallery = Galleries.open(new DataSettings(Dataset.SHAPES, "", 16), ProgressListener.none())) {
            List<Long> heard = new ArrayList<>();
            assertThatThrownBy(() -> GalleryCheck.of(gallery, (what, done, total) -> {
                        heard.add(done);
                        return done < 500;
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(heard).startsWith(0L, 256L).hasSize(3);
            assertThat(gallery.isOnDemand()).isFalse();
        }
    }

    @Test
    void facesInAnArchiveAreReadInPlaceAndBrokenOnesNamed() throws Exception {
        Path faces = SyntheticPhotos.faces(folder.resolve("unpacked"), 1, 2, 3);
        Files.writeString(faces.resolve("000002.jpg"), "torn");
        SyntheticPhotos.zip(folder.resolve("img_align_celeba.zip"), faces);
        try (Gallery gallery =
                Galleries.open(new DataSettings(Dataset.CELEBA, folder.toString(), 64), ProgressListener.none())) {
            assertThat(gallery.isOnDemand()).isTrue();
            assertThat(gallery.size()).isEqualTo(3);
            assertThat(gallery.nameOf(1)).isEqualTo("000002.jpg");
            assertThatThrownBy(() -> gallery.image(1)).isInstanceOf(BrokenImageException.class);
            Findings found = GalleryCheck.of(gallery, ProgressListener.none());
            assertThat(found.broken()).extracting(Findings.Broken::index).containsExactly(1);
            assertThat(found.grey()).isTrue();
            assertThat(found.mean().get(0))
                    .isCloseTo((SyntheticPhotos.level(1) + SyntheticPhotos.level(3)) / 2.0, within(2.0));
        }
    }

    @Test
    void anEmptyFolderSaysWhatIsMissing() {
        assertThatThrownBy(this::open).isInstanceOf(UserError.class).hasMessageContaining("holds no image files");
    }

    @Test
    void twoHundredThousandPhotographsAreListedAndOnlyWhatIsLookedAtIsDecoded() throws Exception {
        for (int label = 0; label < 200; label++) {
            Path place = Files.createDirectories(folder.resolve("class" + label));
            // All but one are torn, which nobody can know who has not read them.
            Path original = place.resolve("000.jpg");
            if (label == 0) {
                picture(original, "jpg", 0x808080);
            } else {
                Files.writeString(original, "torn");
            }
            for (int i = 1; i < 1000; i++) {
                Files.createLink(place.resolve(String.format("%03d.jpg", i)), original);
            }
        }
        List<Long> heard = new ArrayList<>();
        DataSettings settings = new DataSettings(Dataset.FOLDER, folder.toString(), 16);
        assertThatThrownBy(() -> Galleries.open(settings, (what, done, total) -> {
                    heard.add(done);
                    return done < 3_000;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(heard).hasSize(6).endsWith(3_000L);
        long start = System.nanoTime();
        try (Gallery gallery = open()) {
            assertThat(gallery.image(0)[0]).isEqualTo((byte) 0x80);
            assertThat(gallery.size()).isEqualTo(200_000);
            assertThat(gallery.label(199_999)).isEqualTo(199);
            assertThat(gallery.nameOf(199_999)).isEqualTo("class199/999.jpg");
        }
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void sixtyThousandDigitsOpenInUnderTwoSeconds() throws Exception {
        String shared = System.getProperty("shared.dir", "");
        Path digits = Path.of(shared, "data", "mnist");
        assumeTrue(Files.isDirectory(digits), "Skipped: MNIST is not below shared.dir (" + shared + ").");
        DataSettings settings = new DataSettings(Dataset.MNIST, digits.toString(), 32);
        Galleries.open(settings, ProgressListener.none()).close(); // the classes are loaded
        long start = System.nanoTime();
        try (Gallery gallery = Galleries.open(settings, ProgressListener.none())) {
            gallery.image(59_999);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
            assertThat(gallery.size()).isEqualTo(60_000);

            start = System.nanoTime();
            Findings found = GalleryCheck.of(gallery, ProgressListener.none());
            System.getLogger("test").log(System.Logger.Level.INFO, "checked in " + (System.nanoTime() - start) / 1e9);
            assertThat(found.grey()).isTrue();
            // 33.318 of the 28 x 28 digits, as everybody knows; the margin of 2 is black.
            assertThat(found.mean().get(0)).isCloseTo(33.318 * 784 / 1024, within(0.01));
            assertThat(found.broken()).isEmpty();
        }
    }
}
