package io.slimgan.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsDiffTest {

    private static List<Change> changes(String path, String text) {
        RunSettings changed = SettingsTexts.read(Map.of(path, text)).settings().orElseThrow();
        return SettingsDiff.between(Defaults.settings(), changed);
    }

    @ParameterizedTest
    @CsvSource({
        "training.steps,5,true",
        "training.optimizer.learning_rate,1e-3,true",
        "training.distillation_weight,0,true",
        "logging.samples_every_steps,7,true",
        "checkpoints.every_minutes,2.5,true",
        "engine.threads,1,true",
        "evaluation.metrics,'[kid]',true",
        "watches.pause_on_drift,true,true",
        "training.batch_size,32,false",
        "model.widths,'[0.5, 1]',false",
        "seed,1,false",
        "logging.sample_columns,3,false",
        "discriminator.spectral_norm,per_forward,false"
    })
    void onlyWhatDoesNotChangeTheNetworksMayChange(String path, String text, boolean allowed) {
        List<Change> changes = changes(path, text);
        String before = SettingsSchema.field(path).defaultText();
        assertThat(changes).hasSize(1);
        assertThat(changes.get(0).line()).startsWith(path + ": " + before + " -> ");
        assertThat(changes.get(0).allowedOnResume()).isEqualTo(allowed);
        assertThat(SettingsDiff.refusal(changes).isEmpty()).isEqualTo(allowed);
    }

    @Test
    void equalSettingsDoNotDiffer() {
        assertThat(SettingsDiff.between(Defaults.settings(), Defaults.settings()))
                .isEmpty();
    }
}
