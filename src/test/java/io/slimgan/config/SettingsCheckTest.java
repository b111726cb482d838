package io.slimgan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsCheckTest {

    private static List<SettingsProblem> problems(String... pathsAndTexts) {
        Map<String, String> texts = new HashMap<>();
        for (int i = 0; i < pathsAndTexts.length; i += 2) {
            texts.put(pathsAndTexts[i], pathsAndTexts[i + 1]);
        }
        return SettingsTexts.read(texts).problems();
    }

    /** Channels are floor(g w), then halved per stage: 2, 3, 3 and 4 stages at 16, 32, 48 and 64 pixels. */
    @ParameterizedTest
    @CsvSource({
        "16,16,0.25,true",
        "16,15,0.25,false",
        "32,32,0.25,true",
        "32,31,0.25,false",
        "48,32,0.25,true",
        "48,31,0.25,false",
        "64,64,0.25,true",
        "64,63,0.25,false",
        "32,64,0.125,true",
        "32,64,0.12,false"
    })
    void aWidthWithoutChannelsIsRefusedByName(int size, int channels, String width, boolean fits) {
        List<SettingsProblem> problems = problems(
                "data.image_size", "" + size, "model.generator_channels", "" + channels, "model.widths", width + ",1");
        assertThat(problems.isEmpty()).isEqualTo(fits);
        if (!fits) {
            assertThat(problems.get(0).path()).isEqualTo("model.widths");
            assertThat(problems.get(0).message())
                    .contains("width " + width + " leaves")
                    .contains("generator");
        }
    }

    @Test
    void theSlimmableDiscriminatorNeedsChannelsToo() {
        String[] slim = {"discriminator.kind", "slimmable", "model.discriminator_channels", "31"};
        assertThat(problems(slim)).singleElement().satisfies(p -> {
            assertThat(p.path()).isEqualTo("model.widths");
            assertThat(p.message()).contains("slimmable discriminator").contains("at least 32");
        });
        assertThat(problems("discriminator.kind", "slimmable", "model.discriminator_channels", "32"))
                .isEmpty();
        assertThat(problems("discriminator.kind", "shared", "model.discriminator_channels", "31"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"16,5,true", "16,6,false", "32,7,true", "32,8,false", "48,7,true", "48,8,false", "64,9,true"})
    void sharedLayersAreAtMostTheConvolutions(int size, int shared, boolean fits) {
        assertThat(problems("data.image_size", "" + size, "discriminator.shared_layers", "" + shared)
                        .isEmpty())
                .isEqualTo(fits);
        assertThat(problems(
                        "data.image_size",
                        "" + size,
                        "discriminator.shared_layers",
                        "" + shared,
                        "discriminator.kind",
                        "same"))
                .isEmpty();
    }

    @Test
    void anIndividualRunTrainsOneWidth() {
        assertThat(problems("model.individual_width", "0.25"))
                .singleElement()
                .extracting(SettingsProblem::path)
                .isEqualTo("model.individual_width");
        assertThat(problems("model.individual_width", "0.25", "model.widths", "1"))
                .isEmpty();
        assertThat(problems("model.individual_width", "0.25", "model.widths", "1", "model.generator_channels", "31"))
                .extracting(SettingsProblem::path)
                .containsExactly("model.widths");
    }

    @Test
    void aNarrowDiscriminatorKeepsAChannel() {
        assertThat(problems(
                        "model.individual_width", "0.25",
                        "model.widths", "1",
                        "model.individual_narrow_discriminator", "true",
                        "model.discriminator_channels", "31"))
                .singleElement()
                .satisfies(p -> assertThat(p.message()).contains("allowed is at least 32"));
    }

    @Test
    void widthsThatNobodyJudgesNeedDistillation() {
        assertThat(problems("discriminator.judged_widths", "widest", "training.distillation_weight", "0"))
                .extracting(SettingsProblem::path)
                .containsExactly("training.distillation_weight");
        assertThat(problems(
                        "discriminator.judged_widths",
                        "widest",
                        "training.distillation_weight",
                        "0",
                        "model.widths",
                        "1"))
                .isEmpty();
    }

    @Test
    void recordsMadeByHandAreCheckedToo() {
        RunSettings good = Defaults.settings();
        RunSettings bad = new RunSettings(
                RunSettings.SCHEMA,
                0,
                good.data(),
                good.model(),
                good.discriminator(),
                good.training(),
                new LoggingSettings(0, 1, 65),
                good.checkpoints(),
                good.engine());
        assertThat(SettingsCheck.problems(bad))
                .extracting(SettingsProblem::path)
                .containsExactly("logging.scalars_every_steps", "logging.sample_columns");
    }
}
