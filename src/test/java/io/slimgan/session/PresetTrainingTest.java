package io.slimgan.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RunState;
import io.slimgan.data.official.OfficialData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each backbone on each of its datasets trains the first 50 steps of its twin, on the real images where they lie beside
 * the project, else on generated files in the official formats; with so few channels that the build does not wait. All
 * twins as they stand are trained by docs/presets/smoke.sh.
 */
class PresetTrainingTest {

    private static final EngineRoom ROOM = EngineRooms.create();

    @TempDir
    static Path folder;

    private static final Map<Path, OfficialData> DATA = new LinkedHashMap<>();

    @AfterAll
    static void closeRoom() {
        ROOM.close();
    }

    @ParameterizedTest
    @CsvSource({
        "table1-sndcgan-cifar10-slimmable, 32, 32, 4",
        "table1-sndcgan-stl10-slimmable, 32, 32, 4",
        "table1-sndcgan-celeba-slimmable, 64, 64, 4",
        "table1-sngan-cifar10-slimmable, 8, 8, 4",
        "table1-sngan-stl10-slimmable, 32, 16, 4",
        "table1-sngan-celeba-slimmable, 64, 16, 2",
        "conditional-cganpd-cifar10-slimmable, 8, 8, 4",
        "conditional-cganpd-cifar100-slimmable-naive, 8, 8, 4",
        "conditional-cganpd-cifar10-individual-0.5, 8, 8, 4",
        "table2-biggan-imagenet-slimmable, 32, 32, 2",
        "table4-sndcgan-cifar10-row7-slimmable-discriminator, 32, 32, 4",
    })
    void theFirstStepsOfATwin(String name, String generator, String discriminator, String batch) throws IOException {
        Map<String, String> small = new LinkedHashMap<>();
        small.put("model.generator_channels", generator);
        small.put("model.discriminator_channels", discriminator);
        small.put("training.batch_size", batch);
        small.put("evaluation.every_steps", "0");
        small.put("training.discriminator_steps", name.contains("cganpd") || name.contains("sngan") ? "2" : "1");
        small.put("logging.sample_columns", "2");
        OfficialData data = DATA.computeIfAbsent(folder, OfficialData::new);

        PresetRun run = PresetRun.train(
                ROOM, folder.resolve("runs"), data, Path.of("sample-configs", "cpu", name + "-cpu.yaml"), small);

        assertThat(run.state()).isEqualTo(RunState.FINISHED);
        assertThat(run.steps()).isEqualTo(PresetRun.STEPS);
        assertThat(run.last()).isNotEmpty();
        assertThat(run.finite()).as("every value is a number").isTrue();
    }
}
