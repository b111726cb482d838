package io.slimgan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PresetsTest {

    private static final Path FILES = Path.of("sample-configs");

    @Test
    void everySampleFileIsAPresetAndEveryPresetAFile() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(f -> !SweepFile.isOne(f))
                            .map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Presets.first().stream()
                            .map(p -> p.name() + ".yaml")
                            .toList());
        }
    }

    @Test
    void aPresetIsWhatItsFileSaysButForTheFolder() {
        for (Preset preset : Presets.first()) {
            isTheFile(preset, preset.name());
        }
        for (TablePreset row : Presets.tables()) {
            for (TablePreset.Size size : TablePreset.Size.values()) {
                isTheFile(Presets.read(row, size), row.file(size));
            }
        }
    }

    private static void isTheFile(Preset preset, String name) {
        RunSettings file = SettingsFile.read(FILES.resolve(name + ".yaml"), Map.of());
        List<Change> changes = SettingsDiff.between(file, preset.settings());
        assertThat(changes).as(name).allMatch(change -> change.path().equals("data.path"));
        assertThat(preset.settings().data().path()).isEmpty();
        assertThat(preset.description()).isNotBlank();
    }

    @Test
    void thePapersFileSpellsOutEveryDefault() throws IOException {
        RunSettings paper = SettingsFile.read(FILES.resolve("cifar10-sndcgan-paper.yaml"), Map.of());
        assertThat(SettingsDiff.between(Defaults.settings(), paper))
                .extracting(Change::path)
                .containsExactly("data.dataset", "data.path");
        String text = Files.readString(FILES.resolve("cifar10-sndcgan-paper.yaml"));
        assertThat(YamlTexts.read("paper", text).keySet())
                .containsExactlyElementsOf(SettingsSchema.fields().stream()
                        .map(SettingsField::path)
                        .toList());
    }
}
