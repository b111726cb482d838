package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.data.official.OfficialData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Not a test of the build, for it takes long: every twin's first 50 steps as it stands. Run by docs/presets/smoke.sh. */
class PresetSmoke {

    private static final Path TABLE = Path.of("target", "presets", "smoke.md");

    @TempDir
    Path folder;

    private static List<Path> twins() throws IOException {
        Pattern wanted = Pattern.compile(System.getProperty("smoke.only", ""));
        try (Stream<Path> files = Files.list(Path.of("sample-configs", "cpu"))) {
            return files.filter(file -> wanted.matcher(file.toString()).find())
                    .sorted()
                    .toList();
        }
    }

    private static String line(PresetRun run) {
        return String.format(
                Locale.ROOT,
                "| `%s` | %s | %d | %.3f | %s | %s | %s |%n",
                run.name().replaceAll("-cpu$", ""),
                run.real() ? "real" : "generated",
                run.steps(),
                run.secondsPerStep(),
                run.losses("discriminator"),
                run.losses("generator"),
                run.finite() ? "yes" : "**no**");
    }

    @Test
    void everyTwinTrains() throws IOException {
        Files.createDirectories(TABLE.getParent());
        OfficialData data = new OfficialData(folder);
        List<String> bad = new ArrayList<>();
        try (EngineRoom room = EngineRooms.create()) {
            for (Path file : twins()) {
                PresetRun run = PresetRun.train(room, folder.resolve("runs"), data, file, Map.of());
                Files.writeString(TABLE, line(run), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                if (run.state() != RunState.FINISHED || run.steps() != PresetRun.STEPS || !run.finite()) {
                    bad.add(run.toString());
                }
            }
        }
        assertThat(bad).isEmpty();
    }
}
