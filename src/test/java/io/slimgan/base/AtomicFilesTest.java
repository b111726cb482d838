package io.slimgan.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {

    @TempDir
    Path folder;

    @Test
    void writesAndReplacesAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("deep/er/note.txt");
        AtomicFiles.write(file, new byte[] {1, 2, 3});
        AtomicFiles.write(file, new byte[] {4});
        assertThat(file).hasBinaryContent(new byte[] {4});
        assertThat(names(folder.resolve("deep/er"))).containsExactly("note.txt");
    }

    @Test
    void failingContentKeepsTheOldFile() throws IOException {
        Path file = folder.resolve("note.txt");
        AtomicFiles.write(file, new byte[] {1});
        assertThatThrownBy(() -> AtomicFiles.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the disk is full");
                }))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("note.txt cannot be written: the disk is full");
        assertThat(file).hasBinaryContent(new byte[] {1});
        assertThat(names(folder)).containsExactly("note.txt");
    }

    @Test
    void versionIsTheBuilds() {
        assertThat(ProgramVersion.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
