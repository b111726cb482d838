package io.slimgan.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsReading;
import io.slimgan.config.SettingsTexts;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunRowTest {

    @ParameterizedTest
    @CsvSource({
        "sndcgan, 0, 1, 'SNDCGAN · shapes 32 px'",
        "sngan, 0, 0.5, 'SNGAN individual 0.5× · shapes 32 px'",
        "cganpd, 10, 1, 'cGAN-pd · shapes 32 px'"
    })
    void aRunIsCalledByItsNetworkFirst(String backbone, String classes, String individual, String words) {
        SettingsReading reading = SettingsTexts.read(Map.of(
                "model.backbone",
                backbone,
                "model.classes",
                classes,
                "model.individual_width",
                individual,
                "model.widths",
                "1"));
        RunSettings settings = reading.settings().orElseThrow();

        assertThat(RunRow.words(settings)).startsWith(words);
    }
}
