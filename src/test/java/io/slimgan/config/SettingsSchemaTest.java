package io.slimgan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class SettingsSchemaTest {

    @Test
    void everySettingHasWordsAndEveryWordASetting() throws IOException {
        Properties words = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(SettingsSchema.class.getResourceAsStream("settings.properties")),
                StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        assertThat(SettingsSchema.fields()).allSatisfy(field -> {
            assertThat(field.label()).isNotBlank();
            assertThat(field.help()).endsWith(".");
            assertThat(field.allowed()).isNotBlank();
        });
        assertThat(words.stringPropertyNames())
                .allMatch(key ->
                        SettingsSchema.find(key.replaceAll("\\.[a-z]+$", "")).isPresent())
                .allMatch(key -> key.matches(".*\\.(label|help|unit|allowed|also)"));
    }

    @Test
    void rangesAreToldAsTheConstraintsSay() {
        assertThat(SettingsSchema.field("training.batch_size").allowed()).isEqualTo("a whole number from 2 to 4096");
        assertThat(SettingsSchema.field("checkpoints.every_minutes").allowed())
                .isEqualTo("a number from 0.01 to 10000");
        assertThat(SettingsSchema.field("data.dataset").choices())
                .isEqualTo(List.of("shapes", "cifar10", "cifar100", "stl10", "celeba", "mnist", "imagenet", "folder"));
        assertThat(SettingsSchema.field("training.distillation").allowed()).isEqualTo("stepwise or naive");
    }

    @Test
    void textsAndSettingsAreTheSameThing() {
        Map<String, String> texts = SettingsTexts.of(Defaults.settings());
        assertThat(texts.keySet())
                .containsExactlyElementsOf(SettingsSchema.fields().stream()
                        .map(SettingsField::path)
                        .toList());
        assertThat(SettingsTexts.read(texts).settings()).contains(Defaults.settings());
    }

    @Test
    void aFormHearsOfAllItsMistakesAtOnce() {
        SettingsReading reading = SettingsTexts.read(
                Map.of("training.steps", "0", "seed", "x", "model.widths", "0.5", "engine.threads", "-1"));
        assertThat(reading.settings()).isEmpty();
        assertThat(reading.problems())
                .extracting(SettingsProblem::path)
                .containsExactlyInAnyOrder("training.steps", "seed", "engine.threads");
    }
}
