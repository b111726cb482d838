package io.slimgan.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.data.official.SyntheticCifar;
import io.slimgan.data.official.SyntheticTar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives are unpacked once beside themselves, or not at all. */
class UnpackedTest {

    @TempDir
    Path elsewhere;

    @TempDir
    Path folder;

    private Path archive = Path.of("");

    @BeforeEach
    void pack() throws IOException {
        archive = SyntheticTar.gz(folder.resolve("cifar-100-binary.tar.gz"), SyntheticCifar.cifar100(elsewhere, 20, 5));
    }

    @Test
    void theArchiveItselfOrItsFolderMayBeNamed() throws IOException {
        List<String> heard = new ArrayList<>();
        try (ImageSet set = Datasets.open(settings(archive), (what, done, total) -> {
            heard.add(what + " of " + total);
            return true;
        })) {
            assertThat(set.size()).isEqualTo(20);
            assertThat(set.label(3)).isEqualTo(SyntheticCifar.fine(3));
        }
        assertThat(heard).contains("Unpacking cifar-100-binary.tar.gz of " + Files.size(archive));
        assertThat(names(folder)).containsExactly("cifar-100-binary", "cifar-100-binary.tar.gz");

        heard.clear();
        for (Path named : List.of(folder, archive, folder.resolve("cifar-100-binary"))) {
            try (ImageSet set = Datasets.open(settings(named), (what, done, total) -> heard.add(what))) {
                assertThat(set.size()).isEqualTo(20);
            }
        }
        assertThat(heard).noneMatch(what -> what.startsWith("Unpacking"));
    }

    @Test
    void aFolderThatHoldsTheArchiveWillDoBeforeItIsUnpacked() {
        try (ImageSet set = Datasets.open(settings(folder), ProgressListener.none())) {
            assertThat(set.size()).isEqualTo(20);
        }
    }

    @Test
    void theOrderInTheArchiveDoesNotMatter() throws IOException {
        Path files = SyntheticCifar.cifar10(elsewhere, 4, 2);
        SyntheticTar.gz(
                folder.resolve("cifar-10-binary.tar.gz"),
                files,
                "data_batch_1.bin",
                "data_batch_3.bin",
                "data_batch_4.bin",
                "test_batch.bin",
                "data_batch_5.bin",
                "data_batch_2.bin");
        DataSettings packed = new DataSettings(Dataset.CIFAR10, folder.toString(), 32);
        DataSettings plain = new DataSettings(Dataset.CIFAR10, files.toString(), 32);
        try (ImageSet a = Datasets.open(packed, ProgressListener.none());
                ImageSet b = Datasets.open(plain, ProgressListener.none())) {
            assertThat(a.images(0, 20)).isEqualTo(b.images(0, 20));
        }
    }

    @Test
    void aTruncatedArchiveLeavesNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        for (int length : new int[] {30, bytes.length / 2, bytes.length - 4}) {
            Files.write(archive, Arrays.copyOf(bytes, length));
            assertRefused(archive.toString(), "damaged or cut off", "download it again");
            assertThat(names(folder)).containsExactly("cifar-100-binary.tar.gz");
        }
    }

    @Test
    void aDamagedArchiveLeavesNothing() throws IOException {
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length - 6] ^= 1;
        Files.write(archive, bytes);
        assertRefused(archive.toString(), "damaged or cut off", "download it again");
        assertThat(names(folder)).containsExactly("cifar-100-binary.tar.gz");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        Files.writeString(archive, "<html>Not found</html>");
        assertRefused(archive.toString(), "download it again");
        Files.write(archive, new byte[0]);
        assertRefused(archive.toString(), "download it again");
        Path text = Files.writeString(folder.resolve("readme.txt"), "x");
        assertThatThrownBy(() -> Datasets.open(settings(text), ProgressListener.none()))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll("is a file, but no archive", ".tar.gz");
    }

    @Test
    void anEntryThatWouldLeaveTheFolderIsRefused() throws IOException {
        for (String name : List.of("../escaped.bin", "a/../../escaped.bin", "/tmp/escaped.bin")) {
            SyntheticTar.ofOne(archive, name, new byte[10]);
            assertRefused(archive.toString(), "'" + name + "'", "outside its folder");
            assertThat(names(folder)).containsExactly("cifar-100-binary.tar.gz");
        }
        assertThat(folder.resolveSibling("escaped.bin")).doesNotExist();
    }

    @Test
    void anotherArchiveIsToldApart() throws IOException {
        SyntheticTar.ofOne(archive, "cifar-10-batches-bin/data_batch_1.bin", new byte[10]);
        assertRefused("does not hold train.bin", "not the archive of CIFAR-100");
        assertThat(names(folder)).containsExactly("cifar-100-binary.tar.gz");
    }

    @Test
    void unpackingCanBeCancelledAndBegunAnew() throws IOException {
        assertThatThrownBy(() -> Datasets.open(settings(archive), (what, done, total) -> false))
                .isInstanceOf(CancellationException.class);
        assertThat(names(folder)).containsExactly("cifar-100-binary.tar.gz");
        try (ImageSet set = Datasets.open(settings(archive), ProgressListener.none())) {
            assertThat(set.size()).isEqualTo(20);
        }
    }

    @Test
    void whatAKilledProcessLeftIsDeletedAndWhatALivingOneWritesIsNot() throws IOException {
        Path old = Files.createDirectories(folder.resolve(".unpacking-1"));
        Path file = Files.write(old.resolve("half.bin"), new byte[9]);
        Path fresh = Files.createDirectories(folder.resolve(".unpacking-2"));
        FileTime before = FileTime.from(Instant.now().minus(Duration.ofHours(2)));
        Files.setLastModifiedTime(file, before);
        Files.setLastModifiedTime(old, before);
        Datasets.open(settings(archive), ProgressListener.none()).close();
        assertThat(old).doesNotExist();
        assertThat(fresh).exists();
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() {
        assumeThat(folder.toFile().setWritable(false) && !Files.isWritable(folder))
                .as("Skipped: this user may write everywhere")
                .isTrue();
        try {
            assertRefused("cannot be unpacked into", "unpack it elsewhere");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }

    private void assertRefused(String... parts) {
        assertThatThrownBy(() -> Datasets.open(settings(archive), ProgressListener.none()))
                .isInstanceOf(UserError.class)
                .hasMessageContainingAll(parts);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static DataSettings settings(Path path) {
        return new DataSettings(Dataset.CIFAR100, path.toString(), 32);
    }
}
