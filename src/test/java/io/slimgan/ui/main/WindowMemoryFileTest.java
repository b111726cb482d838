package io.slimgan.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowMemoryFileTest {

    @TempDir
    Path folder;

    private WindowMemory again() {
        return new WindowMemoryFile(folder).memory();
    }

    @Test
    void whatIsRememberedIsThereAtTheNextStart() {
        WindowMemory memory = new WindowMemory(
                true,
                Optional.of(new WindowMemory.Place(10, 20, 1300, 820, true)),
                Path.of("/data/über runs"),
                Optional.of(Path.of("/data/über runs/first")),
                "Curves");
        new WindowMemoryFile(folder.resolve("not").resolve("yet")).remember(memory);

        assertThat(new WindowMemoryFile(folder.resolve("not").resolve("yet")).memory())
                .isEqualTo(memory);
    }

    @Test
    void aWorkspaceThatIsNamedIsShownAndRemembered() {
        new WindowMemoryFile(folder).look(folder.resolve("x/../runs"));
        assertThat(again().workspace()).isEqualTo(folder.resolve("runs"));
    }

    @Test
    void theFirstStartHasDefaults() {
        assertThat(again()).isEqualTo(WindowMemory.defaults());
        assertThat(again().workspace()).endsWithRaw(Path.of("SlimGAN runs"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1, 2]", "null", "{\"dark\": \"perhaps\", \"place\": 7}", "\u0000\u0001"})
    void aCorruptFileMeansDefaults(String content) throws IOException {
        Files.writeString(folder.resolve("window.json"), content);

        assertThat(again()).isEqualTo(WindowMemory.defaults());
    }

    @Test
    void unknownKeysAreIgnored() throws IOException {
        Files.writeString(folder.resolve("window.json"), "{\"dark\": true, \"fromTheFuture\": {\"a\": [1]}}");

        assertThat(again()).isEqualTo(WindowMemory.defaults().withDark(true));
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoFailure() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "in the way");
        WindowMemoryFile memory = new WindowMemoryFile(file);

        memory.remember(memory.memory().withDark(true));

        assertThat(memory.memory().dark()).isTrue();
    }
}
