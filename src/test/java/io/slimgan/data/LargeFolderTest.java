package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Colour;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.DataSettings.Split;
import io.slimgan.data.files.ImageSource;
import io.slimgan.data.official.SyntheticPhotos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200,000 JPEG files are listed at the opening, and not one of them more than asked for is read. */
class LargeFolderTest {

    private static final int FILES = 200_000;

    /** 200,000 times 128 x 128 would be 10 GB; a listing has to do with what a name takes. */
    private static final long MEMORY = 100L << 20;

    @TempDir
    Path root;

    @Test
    void twoHundredThousandFacesAreIndexed() throws IOException {
        Path face = Files.write(root.resolve("face"), SyntheticPhotos.jpeg(178, 218, 90));
        List<String> names =
                IntStream.rangeClosed(1, FILES).mapToObj(SyntheticPhotos::name).toList();
        SyntheticPhotos.copies(face, root.resolve("img_align_celeba"), names);
        try (ImageSet set = opened(Dataset.CELEBA, root, 64)) {
            assertThat(set.size()).isEqualTo(162_770);
            assertThat(set.spread(5).count()).isEqualTo(5);
        }
        // The last 19,962 of all 202,599 are for testing, of which 17,363 are here.
        try (ImageSet code = reference(Split.CODE);
                ImageSet again = reference(Split.CODE);
                ImageSet paper = reference(Split.PAPER)) {
            assertThat(paper.size()).isEqualTo(17_363);
            Set<String> forTesting = names(paper);
            assertThat(forTesting)
                    .hasSize(17_363)
                    .contains("182638.jpg", "200000.jpg")
                    .doesNotContain("182637.jpg");
            assertThat(names(code)).hasSize(10_000).isSubsetOf(forTesting).isEqualTo(names(again));
        }
        try (ImageSet set = opened(Dataset.FOLDER, root.resolve("img_align_celeba"), 64)) {
            assertThat(set.size()).isEqualTo(FILES);
            assertThat(set.spread(5).count()).isEqualTo(5);
            assertThat(set.notes()).anyMatch(note -> note.contains("decoded when they are first needed"));
        }
    }

    @Test
    void manyPhotographsInFoldersAreIndexed() throws IOException {
        Path photo = Files.write(root.resolve("photo"), SyntheticPhotos.jpeg(80, 60, 90));
        int perClass = 210;
        for (int c = 0; c < 100; c++) {
            List<String> names = IntStream.range(0, perClass)
                    .mapToObj(i -> "photo_" + i + ".JPEG")
                    .toList();
            SyntheticPhotos.copies(photo, root.resolve("train").resolve(String.format(Locale.ROOT, "n%08d", c)), names);
        }
        for (Dataset dataset : List.of(Dataset.IMAGENET, Dataset.FOLDER)) {
            try (ImageSet set = opened(dataset, root, 128)) {
                assertThat(set.size()).isEqualTo(100 * perClass);
                assertThat(set.classNames()).hasSize(100);
                assertThat(set.label(perClass - 1)).isZero();
                assertThat(set.label(perClass)).isEqualTo(1);
                assertThat(set.label(set.size() - 1)).isEqualTo(99);
                assertThat(set.spread(5).count()).isEqualTo(5);
            }
        }
    }

    private ImageSet reference(Split split) {
        DataSettings settings = new DataSettings(Dataset.CELEBA, root.toString(), 64, split, Labels.FINE, Colour.RGB);
        return Datasets.openHeldOut(settings, ProgressListener.none()).images();
    }

    private static Set<String> names(ImageSet set) {
        ImageSource source = set.source().orElseThrow();
        return IntStream.range(0, source.count()).mapToObj(source::nameOf).collect(Collectors.toSet());
    }

    private static ImageSet opened(Dataset dataset, Path folder, int size) {
        long before = used();
        long start = System.nanoTime();
        ImageSet set = Datasets.open(new DataSettings(dataset, folder.toString(), size), ProgressListener.none());
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        // Decoding them all takes minutes; how long a listing takes is the disk's matter.
        assertThat(took).isLessThan(Duration.ofSeconds(30));
        assertThat(used() - before).isLessThan(MEMORY);
        return set;
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
