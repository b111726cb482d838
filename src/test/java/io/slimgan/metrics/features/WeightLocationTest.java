package io.slimgan.metrics.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.UserError;
import io.slimgan.base.UserFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightLocationTest {

    @TempDir
    Path folder;

    @Test
    void commandLineThenVariableThenMemory() throws IOException {
        UserFolders folders = new UserFolders(folder.resolve("state"), folder.resolve("cache"), folder.resolve("data"));
        Path first = Files.createFile(folder.resolve("first.pth"));
        Path second = Files.createFile(folder.resolve("sécond file.pth"));
        WeightLocation plain = new WeightLocation(folders, Map.of());
        assertThat(plain.find(Optional.empty())).isEmpty();
        plain.remember(second);
        assertThat(plain.find(Optional.empty())).contains(second);
        WeightLocation varied = new WeightLocation(folders, Map.of(WeightLocation.VARIABLE, first.toString()));
        assertThat(varied.find(Optional.empty())).contains(first);
        assertThat(varied.find(Optional.of(second))).contains(second);

        assertThatThrownBy(() -> plain.find(Optional.of(folder.resolve("none.pth"))))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("none.pth");
        Files.delete(first);
        assertThatThrownBy(() -> varied.find(Optional.empty()))
                .isInstanceOf(UserError.class)
                .hasMessageContaining(WeightLocation.VARIABLE);
        Files.delete(second);
        assertThat(plain.find(Optional.empty())).isEmpty();
        plain.forget();
        assertThat(plain.remembered()).isEmpty();
    }
}
