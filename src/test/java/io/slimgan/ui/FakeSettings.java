package io.slimgan.ui;

import io.slimgan.config.CheckpointSettings;
import io.slimgan.config.DataSettings;
import io.slimgan.config.DiscriminatorSettings;
import io.slimgan.config.EngineSettings;
import io.slimgan.config.LoggingSettings;
import io.slimgan.config.ModelSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsTexts;
import io.slimgan.config.TrainingSettings;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Settings of a small run for the window's tests. */
public final class FakeSettings {

    private FakeSettings() {}

    /** Built-in images of 32 pixels, widths 0.25 to 1, 1000 steps. */
    public static RunSettings small() {
        return withWidths(0.25, 0.5, 0.75, 1.0);
    }

    /** As {@link #small()}, class-conditional, with images whose classes only their folder knows. */
    public static RunSettings conditional(int classes) {
        Map<String, String> texts = new LinkedHashMap<>(SettingsTexts.of(small()));
        texts.put("model.backbone", "cganpd");
        texts.put("model.classes", Integer.toString(classes));
        texts.put("data.dataset", "folder");
        texts.put("data.path", "pictures");
        return SettingsTexts.read(texts).settings().orElseThrow();
    }

    /** As {@link #small()} with other widths. */
    public static RunSettings withWidths(Double... widths) {
        return new RunSettings(
                RunSettings.SCHEMA,
                1,
                new DataSettings(DataSettings.Dataset.SHAPES, "", 32),
                new ModelSettings(ModelSettings.Backbone.SNDCGAN, 128, 64, 64, List.of(widths), 1, false),
                new DiscriminatorSettings(
                        DiscriminatorSettings.Kind.SHARED,
                        4,
                        DiscriminatorSettings.JudgedWidths.ALL,
                        DiscriminatorSettings.SpectralNormPolicy.PER_STEP),
                new TrainingSettings(
                        1000,
                        64,
                        1,
                        TrainingSettings.Loss.HINGE,
                        TrainingSettings.Distillation.STEPWISE,
                        20,
                        new TrainingSettings.OptimizerSettings(2e-4, 0, 0.9, 1e-8)),
                new LoggingSettings(10, 100, 16),
                new CheckpointSettings(500, 10, 3),
                new EngineSettings(EngineSettings.DeviceChoice.CPU, 2));
    }
}
