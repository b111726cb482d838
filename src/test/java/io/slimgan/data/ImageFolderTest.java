package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageFolderTest {

    @TempDir
    Path folder;

    @Test
    void foldersAreClassesInNaturalOrder() throws IOException {
        write("10/a.png", 0x0A0000);
        write("2/img10.bmp", 0x030000);
        write("2/img9.gif", 0x020000);
        write("2/deeper/below.PNG", 0x010000);
        write("1/x.png", 0x000000);
        Files.createDirectories(folder.resolve("empty"));
        try (ImageSet set = open(folder)) {
            assertThat(set.classNames()).containsExactly("1", "2", "10");
            assertThat(labels(set)).containsExactly(0, 1, 1, 1, 2);
            assertThat(reds(set)).containsExactly(0, 1, 2, 3, 10);
            assertThat(set.notes()).isEmpty();
            assertThat(set.imageSize()).isEqualTo(16);
            assertThat(set.name()).isEqualTo(folder.getFileName().toString());
        }
    }

    @Test
    void aFlatFolderHasNoClasses() throws IOException {
        write("10.png", 10);
        write("9.png", 9);
        try (ImageSet set = open(folder)) {
            assertThat(set.size()).isEqualTo(2);
            assertThat(set.classNames()).isEmpty();
            assertThat(set.label(0)).isEqualTo(-1);
            assertThat(set.images(0, 2).argb(0, 3, 3)).isEqualTo(0xFF000009);
        }
    }

    @Test
    void aFolderAroundTheClassFoldersWillDo() throws IOException {
        write("archive/Dataset/cat/1.png", 1);
        write("archive/Dataset/dog/2.png", 2);
        try (ImageSet set = open(folder)) {
            assertThat(set.classNames()).containsExactly("cat", "dog");
            assertThat(labels(set)).containsExactly(0, 1);
        }
    }

    @Test
    void oneFolderOfImagesIsOneClass() throws IOException {
        write("cat/1.png", 1);
        write("cat/kittens/2.png", 2);
        try (ImageSet set = open(folder)) {
            assertThat(set.classNames()).containsExactly("cat");
            assertThat(set.size()).isEqualTo(2);
        }
    }

    @Test
    void linksThatLeadInACircleAreNamedAndSkipped() throws IOException {
        write("cat/1.png", 1);
        try {
            Files.createSymbolicLink(folder.resolve("cat/again"), folder.resolve("cat"));
        } catch (IOException | UnsupportedOperationException e) {
            assumeThat(false).as("Skipped: this system makes no links").isTrue();
        }
        try (ImageSet set = open(folder)) {
            assertThat(set.size()).isEqualTo(1);
            assertThat(set.notes()).hasSize(1).first().asString().contains("again is skipped");
        }
    }

    @Test
    void hiddenAndOtherFilesAreLeftOut() throws IOException {
        write("a/1.png", 1);
        write(".hidden.png", 2);
        write(".thumbnails/3.png", 3);
        write("a/.4.png", 4);
        Files.writeString(folder.resolve("a/readme.txt"), "text");
        try (ImageSet set = open(folder)) {
            assertThat(set.size()).isEqualTo(1);
            assertThat(set.notes()).isEmpty();
        }
    }

    @Test
    void whatIsLeftOutThoughItIsAnImageIsSaid() throws IOException {
        write("a/1.png", 1);
        write("loose.png", 2);
        Files.writeString(folder.resolve("a/photo.webp"), "webp");
        try (ImageSet set = open(folder)) {
            assertThat(set.size()).isEqualTo(1);
            assertThat(set.notes()).hasSize(2);
            assertThat(set.notes().get(0)).startsWith("1 image file is of other types");
            assertThat(set.notes().get(1)).startsWith("1 image file is left out, beside the class folders");
        }
    }

    @Test
    void brokenFilesAreNamedAndSkipped() throws IOException {
        write("cat/1.png", 1);
        Files.writeString(folder.resolve("cat/2.jpg"), "no picture");
        Files.write(folder.resolve("cat/3.png"), new byte[0]);
        write("dog/4.png", 4);
        try (ImageSet set = open(folder)) {
            assertThat(set.size()).isEqualTo(2);
            assertThat(labels(set)).containsExactly(0, 1);
            assertThat(set.notes()).hasSize(2);
            assertThat(set.notes().get(0)).startsWith("cat/2.jpg is skipped: ").endsWith(".");
            assertThat(set.notes().get(1)).isEqualTo("cat/3.png is skipped: it is empty.");
        }
    }

    @Test
    void manyBrokenFilesDoNotFloodTheNotes() throws IOException {
        write("0.png", 1);
        for (int i = 1; i <= 70; i++) {
            Files.write(folder.resolve(i + ".png"), new byte[0]);
        }
        try (ImageSet set = open(folder)) {
            assertThat(set.size()).isEqualTo(1);
            assertThat(set.notes()).hasSize(51).last().isEqualTo("20 more broken files are skipped.");
        }
    }

    @Test
    void noneLeftIsAnError() throws IOException {
        assertRefused("holds no image files");
        Files.writeString(folder.resolve("1.png"), "no picture");
        Files.writeString(folder.resolve("2.png"), "no picture");
        assertRefused("None of the 2 image files");
    }

    @Test
    void transparencyIsSaid() throws IOException {
        BufferedImage image = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
        ImageIO.write(image, "png", folder.resolve("1.png").toFile());
        try (ImageSet set = open(folder)) {
            assertThat(set.notes()).containsExactly("1 image has transparency, which is left out.");
        }
    }

    @Test
    void progressIsToldAndCanEndIt() throws IOException {
        for (int i = 0; i < 130; i++) {
            write(i + ".png", i);
        }
        List<Long> heard = new ArrayList<>();
        DataSettings settings = new DataSettings(Dataset.FOLDER, folder.toString(), 16);
        assertThatThrownBy(() -> Datasets.open(settings, (what, done, total) -> {
                    assertThat(total).isEqualTo(130);
                    heard.add(done);
                    return done < 100;
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(heard).containsExactly(0L, 64L, 128L);
    }

    @Test
    void aLookIsSpreadOverTheClasses() throws IOException {
        for (int i = 0; i < 12; i++) {
            write(i / 4 + "/" + i + ".png", i);
        }
        try (ImageSet set = open(folder)) {
            assertThat(set.spread(3)).isEqualTo(set.pick(0, 4, 8));
            assertThat(set.spread(100).count()).isEqualTo(12);
        }
    }

    @Test
    void aRealMessyFolderOpens() {
        Path real = Path.of(System.getProperty("shared.dir", "nowhere"), "data", "sign-language-digits", "Dataset");
        assumeThat(Files.isDirectory(real))
                .as("Skipped: there is no folder of real photographs in " + real)
                .isTrue();
        DataSettings settings = new DataSettings(Dataset.FOLDER, real.toString(), 32);
        long start = System.nanoTime();
        try (ImageSet set = Datasets.open(settings, ProgressListener.none())) {
            assertThat((System.nanoTime() - start) / 1e9).isLessThan(60);
            assertThat(set.size()).isEqualTo(2_062);
            assertThat(set.classNames()).containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
            assertThat(set.notes()).isEmpty();
        }
    }

    private void assertRefused(String part) {
        assertThatThrownBy(() -> open(folder)).isInstanceOf(UserError.class).hasMessageContaining(part);
    }

    private static ImageSet open(Path path) {
        return Datasets.open(new DataSettings(Dataset.FOLDER, path.toString(), 16), ProgressListener.none());
    }

    private static List<Integer> labels(ImageSet set) {
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            labels.add(set.label(i));
        }
        return labels;
    }

    private static List<Integer> reds(ImageSet set) {
        List<Integer> reds = new ArrayList<>();
        for (int i = 0; i < set.size(); i++) {
            reds.add(set.images(i, 1).argb(0, 8, 8) >> 16 & 255);
        }
        return reds;
    }

    /** A plain image of 23 x 18 pixels. */
    private void write(String name, int rgb) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        BufferedImage image = new BufferedImage(23, 18, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 23 * 18; i++) {
            image.setRGB(i % 23, i / 23, rgb);
        }
        String format = name.substring(name.lastIndexOf('.') + 1);
        assertThat(ImageIO.write(image, format, file.toFile())).isTrue();
    }
}
