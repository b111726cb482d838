package io.slimgan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PresetsTest {

    private static final Path FILES = Path.of("sample-configs");

    @Test
    void everySampleFileIsAPresetAndEveryPresetAFile() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(files.filter(Files::isRegularFile)
                            .filter(f -> !SweepFile.isOne(f))
                            .map(f -> f.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Presets.all().stream().map(p -> p.name() + ".yaml").toList());
        }
    }

    @Test
    void aPresetIsWhatItsFileSaysButForTheFolder() {
        for (Preset preset : Presets.all()) {
            RunSettings file = SettingsFile.read(FILES.resolve(preset.name() + ".yaml"), Map.of());
            List<Change> changes = SettingsDiff.between(file, preset.settings());
            assertThat(changes).allMatch(change -> change.path().equals("data.path"));
            assertThat(preset.settings().data().path()).isEmpty();
            assertThat(preset.description()).isNotBlank();
        }
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

    /** Method C: what each row of the ablation table is. */
    @ParameterizedTest
    @CsvSource({
        "1-individual, 1, 0.25, true, SHARED, 4, ALL, STEPWISE, 20",
        "2-individual-full-discriminator, 1, 0.25, false, SHARED, 4, ALL, STEPWISE, 20",
        "3-slimmable-generator, 4, 1, false, SHARED, 0, ALL, STEPWISE, 0",
        "4-shared-discriminator, 4, 1, false, SHARED, 4, ALL, STEPWISE, 0",
        "5-slimgan, 4, 1, false, SHARED, 4, ALL, STEPWISE, 20",
        "6-same-discriminator, 4, 1, false, SAME, 4, ALL, STEPWISE, 0",
        "7-slimmable-discriminator, 4, 1, false, SLIMMABLE, 4, ALL, STEPWISE, 0",
        "8-distillation-only, 4, 1, false, SHARED, 0, WIDEST, STEPWISE, 20",
        "9-naive-distillation, 4, 1, false, SHARED, 4, ALL, NAIVE, 20",
    })
    void everyRowOfTheAblationTableHasItsFile(
            String file,
            int widths,
            double individual,
            boolean narrow,
            DiscriminatorSettings.Kind kind,
            int shared,
            DiscriminatorSettings.JudgedWidths judged,
            TrainingSettings.Distillation distillation,
            double weight) {
        RunSettings row = SettingsFile.read(FILES.resolve("ablation").resolve(file + ".yaml"), Map.of());
        assertThat(row.model().widths()).hasSize(widths);
        assertThat(row.model().individualWidth()).isEqualTo(individual);
        assertThat(row.model().individualNarrowDiscriminator()).isEqualTo(narrow);
        assertThat(row.discriminator().kind()).isEqualTo(kind);
        assertThat(row.discriminator().sharedLayers()).isEqualTo(shared);
        assertThat(row.discriminator().judgedWidths()).isEqualTo(judged);
        assertThat(row.training().distillation()).isEqualTo(distillation);
        assertThat(row.training().distillationWeight()).isEqualTo(weight);
        assertThat(row.data().path()).endsWith("sample-configs/cifar-10-batches-bin".replace("/", File.separator));
    }
}
