package io.slimgan.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.DataSettings.Colour;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.DataSettings.Split;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with the images' settings is known before a run begins, and stands beside its field. */
class DataCheckTest {

    @TempDir
    Path folder;

    private DataSettings at(Dataset dataset, Path path) {
        return new DataSettings(dataset, path.toString(), dataset.usualSize());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SHAPES")
    void everySetNeedsAPathAndSaysWhatItMustName(Dataset dataset) {
        assertThat(DataCheck.problems(new DataSettings(dataset, " ", 32)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo("data.path");
                    assertThat(problem.message())
                            .startsWith("data.path is empty; dataset")
                            .contains("the folder with");
                });
        assertThat(DataCheck.missing(at(dataset, folder.resolve("nowhere"))))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.path()).isEqualTo("data.path");
                    assertThat(problem.message()).contains("nowhere, which does not exist; it must name the folder");
                });
    }

    @ParameterizedTest
    @CsvSource({
        "CIFAR10,data_batch_1.bin",
        "CIFAR100,train.bin",
        "STL10,unlabeled_X.bin",
        "CELEBA,000001.jpg",
        "MNIST,train-images-idx3-ubyte",
        "IMAGENET,one folder of images per synset"
    })
    void anEmptyFolderIsRefusedBeforeARunBegins(Dataset dataset, String named) {
        assertThat(DataCheck.missing(at(dataset, folder)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains("holds nothing of", named));
    }

    @Test
    void sizesThatCannotBeAreRefusedBeforeARunBegins() throws IOException {
        Files.write(folder.resolve("train.bin"), new byte[3_075]);
        Files.write(folder.resolve("unlabeled_X.bin"), new byte[1]);
        for (Dataset dataset : List.of(Dataset.CIFAR100, Dataset.STL10)) {
            assertThat(DataCheck.missing(at(dataset, folder)))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains("no whole number of"));
        }
        Files.write(folder.resolve("train.bin"), new byte[3_074]);
        assertThat(DataCheck.missing(at(Dataset.CIFAR100, folder))).isEmpty();
    }

    @Test
    void aFolderIsRecognisedByTheFilesInIt() throws IOException {
        assertThat(OfficialFiles.recognise(folder)).isEmpty();
        Files.write(folder.resolve("photo.jpg"), new byte[9]);
        assertThat(OfficialFiles.recognise(folder)).isEmpty();
        Path test = Files.write(folder.resolve("test_batch.bin"), new byte[3_073]);
        assertThat(OfficialFiles.recognise(folder)).contains(Dataset.CIFAR10);
        assertThat(DataLocation.ofAny(at(Dataset.CIFAR10, folder))).isEqualTo(new DataLocation(folder, false));
        assertThat(DataCheck.missing(at(Dataset.CIFAR10, folder))).hasSize(1);
        Files.delete(test);
        Files.write(Files.createDirectory(folder.resolve("raw")).resolve("t10k-images-idx3-ubyte.gz"), new byte[9]);
        assertThat(OfficialFiles.recognise(folder)).contains(Dataset.MNIST);
    }

    @Test
    void labelledImagesAreOtherFiles() throws IOException {
        Files.write(folder.resolve("train_X.bin"), new byte[27_648]);
        DataSettings labelled =
                new DataSettings(Dataset.STL10, folder.toString(), 48, Split.LABELLED, Labels.FINE, Colour.RGB);
        assertThat(DataCheck.missing(labelled)).isEmpty();
        assertThat(DataCheck.missing(at(Dataset.STL10, folder))).hasSize(1);
    }

    @Test
    void whatADatasetHasNotIsRefusedAtItsField() {
        DataSettings labelled = new DataSettings(Dataset.CELEBA, "x", 64, Split.LABELLED, Labels.FINE, Colour.RGB);
        assertThat(DataCheck.problems(labelled))
                .extracting(SettingsProblem::path)
                .containsExactly("data.split");
        DataSettings grey = new DataSettings(Dataset.CIFAR10, "x", 32, Split.CODE, Labels.FINE, Colour.GREY);
        assertThat(DataCheck.problems(grey)).extracting(SettingsProblem::path).containsExactly("data.colour");
        DataSettings digits = new DataSettings(Dataset.MNIST, "x", 32, Split.CODE, Labels.COARSE, Colour.GREY);
        assertThat(DataCheck.problems(digits)).isEmpty();
        assertThat(digits.channels()).isEqualTo(1);
        assertThat(grey.channels()).isEqualTo(3);
    }

    @Test
    void placesAreFoundByFolderArchiveAndTheFolderAround() throws IOException {
        Path archive = Files.write(folder.resolve("cifar-100-binary.tar.gz"), new byte[9]);
        assertThat(DataLocation.of(at(Dataset.CIFAR100, folder))).isEqualTo(new DataLocation(archive, true));
        assertThat(DataLocation.of(at(Dataset.CIFAR100, archive))).isEqualTo(new DataLocation(archive, true));
        Path inside = Files.createDirectories(folder.resolve("cifar-100-binary"));
        Files.write(inside.resolve("train.bin"), new byte[3_074]);
        for (Path named : List.of(folder, archive, inside)) {
            assertThat(DataLocation.of(at(Dataset.CIFAR100, named))).isEqualTo(new DataLocation(inside, false));
        }
        Path raw = Files.createDirectories(folder.resolve("MNIST").resolve("raw"));
        Path digits = Files.write(raw.resolve("train-images-idx3-ubyte.gz"), new byte[9]);
        for (Path named : List.of(folder, raw, digits)) {
            assertThat(DataLocation.of(at(Dataset.MNIST, named))).isEqualTo(new DataLocation(raw, false));
        }
        Path zip = Files.write(folder.resolve("img_align_celeba.zip"), new byte[9]);
        assertThat(DataLocation.of(at(Dataset.CELEBA, folder))).isEqualTo(new DataLocation(zip, true));
        Path faces = Files.createDirectories(folder.resolve("img_align_celeba"));
        assertThat(DataLocation.of(at(Dataset.CELEBA, folder))).isEqualTo(new DataLocation(zip, true));
        Files.write(faces.resolve("000001.jpg"), new byte[9]);
        assertThat(DataLocation.of(at(Dataset.CELEBA, folder))).isEqualTo(new DataLocation(faces, false));
    }

    @Test
    void digitsThatAreCutOffAreRefusedBeforeARunBegins() throws IOException {
        byte[] plain = new byte[16 + 5 * 28 * 28];
        new Random(1).nextBytes(plain);
        ByteBuffer.wrap(plain).putInt(0x803).putInt(5).putInt(28).putInt(28);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(plain);
        }
        Path file = folder.resolve("train-images-idx3-ubyte.gz");
        Files.write(file, packed.toByteArray());
        assertThat(DataCheck.missing(at(Dataset.MNIST, folder))).isEmpty();
        for (int length : new int[] {packed.size() - 1, packed.size() - 8, 2000, 3}) {
            Files.write(file, Arrays.copyOf(packed.toByteArray(), length));
            assertThat(DataCheck.missing(at(Dataset.MNIST, folder)))
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.message()).contains(file + " is cut off before its end"));
        }
        Files.delete(file);
        Files.write(folder.resolve("train-images-idx3-ubyte"), plain);
        assertThat(DataCheck.missing(at(Dataset.MNIST, folder))).isEmpty();
        Files.write(folder.resolve("train-images-idx3-ubyte"), Arrays.copyOf(plain, plain.length - 1));
        assertThat(DataCheck.missing(at(Dataset.MNIST, folder))).hasSize(1);
    }
}
