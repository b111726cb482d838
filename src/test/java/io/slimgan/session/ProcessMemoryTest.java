package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessMemoryTest {

    @Test
    void readsTheResidentSize() {
        assertThat(ProcessMemory.parse(List.of("VmHWM:\t  999 kB", "VmRSS:\t  123456 kB", "RssAnon:\t 1 kB")))
                .isEqualTo(123456L * 1024);
    }

    @Test
    void fallsBackToJavasFiguresWithoutProc(@TempDir Path folder) {
        assertThat(new ProcessMemory(folder.resolve("status")).residentBytes())
                .isBetween(1L << 20, Runtime.getRuntime().maxMemory() * 2 + (1L << 32));
    }

    @Test
    void thisProcessHoldsSomeOfTheMachinesMemory() {
        assertThat(new ProcessMemory().residentBytes()).isGreaterThan(10L << 20).isLessThan(ProcessMemory.totalBytes());
    }
}
