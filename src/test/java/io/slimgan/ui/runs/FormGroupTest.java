package io.slimgan.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.config.SettingsField;
import io.slimgan.config.SettingsSchema;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormGroupTest {

    @Test
    void everySettingStandsInTheFormOnce() {
        List<String> inForm = FormGroup.all().stream()
                .flatMap(group -> group.fields().stream())
                .map(SettingsField::path)
                .toList();

        assertThat(inForm)
                .containsExactlyInAnyOrderElementsOf(SettingsSchema.fields().stream()
                        .map(SettingsField::path)
                        .filter(path -> !path.equals("schema"))
                        .toList());
    }

    @Test
    void everySettingHasAGroupOfItsOwnKind() {
        assertThat(FormGroup.all()).extracting(FormGroup::title).doesNotContain("More");
        assertThat(FormGroup.all())
                .filteredOn(group -> group.title().equals("Networks"))
                .singleElement()
                .satisfies(group -> assertThat(group.fields())
                        .extracting(SettingsField::path)
                        .startsWith("model.backbone", "model.classes", "model.conditional_norm"));
    }
}
