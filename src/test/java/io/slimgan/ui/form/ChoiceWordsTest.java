package io.slimgan.ui.form;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.SettingsField;
import io.slimgan.config.SettingsField.Type;
import io.slimgan.config.SettingsSchema;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChoiceWordsTest {

    static List<SettingsField> choices() {
        return SettingsSchema.fields().stream()
                .filter(field -> field.type() == Type.CHOICE || field.type() == Type.CHOICES)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("choices")
    void everyChoiceHasWordsOfItsOwn(SettingsField field) {
        ChoiceWords words = new ChoiceWords(field);
        assertThat(field.choices().stream().map(words::toString))
                .doesNotHaveDuplicates()
                .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("_"));
        assertThat(field.choices())
                .allSatisfy(choice ->
                        assertThat(words.fromString(words.toString(choice))).isEqualTo(choice));
    }

    @ParameterizedTest
    @CsvSource({
        "model.backbone, cganpd, cGAN-pd (with classes)",
        "training.distillation, naive, Naive (from the widest)",
        "model.conditional_norm, naive, Naive (a table per width)",
        "engine.device, cpu, CPU"
    })
    void aChoiceIsCalledAsPapersCallIt(String path, String choice, String words) {
        assertThat(ChoiceWords.words(SettingsSchema.field(path), choice)).isEqualTo(words);
    }

    @ParameterizedTest
    @MethodSource("choices")
    void noHelpBeginsWithTheNameOfAChoice(SettingsField field) {
        String first = field.help().split("[ :,]")[0];
        assertThat(field.choices()).doesNotContain(first);
    }
}
