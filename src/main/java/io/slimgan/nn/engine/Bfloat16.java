package io.slimgan.nn.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Whether this machine's processor multiplies bfloat16 numbers itself, rather than by way of float32. Any thread. */
public final class Bfloat16 {

    private static final List<String> INSTRUCTIONS = List.of("avx512_bf16", "amx_bf16", "bf16");

    private Bfloat16() {}

    /** As Linux tells it; false where the system does not say, as on Windows and macOS. */
    public static boolean isNative() {
        return isNative(Path.of("/proc/cpuinfo"));
    }

    /** Whether the processors that a file such as {@code /proc/cpuinfo} describes do. */
    static boolean isNative(Path description) {
        try {
            return Files.readAllLines(description, StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith("flags") || line.startsWith("Features"))
                    .anyMatch(line -> Arrays.stream(line.split("\\s+")).anyMatch(INSTRUCTIONS::contains));
        } catch (IOException e) {
            return false;
        }
    }
}
