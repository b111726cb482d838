package io.slimgan.nn.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bfloat16Test {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "flags : fpu avx2 avx512f, false", "flags : fpu avx512f avx512_bf16, true", "flags : amx_bf16 amx_tile, true",
        "Features : fp asimd bf16, true", "Features : fp asimd, false", "model name : bf16, false"
    })
    void theProcessorsFlagsDecide(String line, boolean expected) throws IOException {
        Path file = Files.writeString(folder.resolve("cpuinfo"), "processor : 0\n" + line + "\n");
        assertThat(Bfloat16.isNative(file)).isEqualTo(expected);
    }

    @Test
    void aSystemThatDoesNotSayHasNone() {
        assertThat(Bfloat16.isNative(folder.resolve("missing"))).isFalse();
    }
}
