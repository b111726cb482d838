package io.slimgan.session;

import io.slimgan.config.CheckpointSettings;
import io.slimgan.config.DataSettings;
import io.slimgan.config.Defaults;
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

/** Runs so small that a step takes milliseconds. */
final class TinyRuns {

    private TinyRuns() {}

    /** 16 pixels, two widths, a point at every step, a checkpoint every tenth. */
    static RunSettings settings(long steps) {
        RunSettings d = Defaults.settings();
        TrainingSettings t = d.training();
        return new RunSettings(
                RunSettings.SCHEMA,
                7,
                new DataSettings(DataSettings.Dataset.SHAPES, "", 16),
                new ModelSettings(ModelSettings.Backbone.SNDCGAN, 8, 8, 8, List.of(0.5, 1.0), 1, false),
                new DiscriminatorSettings(
                        DiscriminatorSettings.Kind.SHARED,
                        2,
                        DiscriminatorSettings.JudgedWidths.ALL,
                        DiscriminatorSettings.SpectralNormPolicy.PER_STEP),
                new TrainingSettings(
                        steps,
                        4,
                        2,
                        t.loss(),
                        t.distillation(),
                        t.distillationWeight(),
                        new TrainingSettings.OptimizerSettings(1e-3, 0.5, 0.999, 1e-8)),
                new LoggingSettings(1, 5, 3),
                new CheckpointSettings(10, 1000, 3),
                new EngineSettings(EngineSettings.DeviceChoice.CPU, 1));
    }

    /** 32 pixels, ten classes, so many columns in its grid. */
    static RunSettings conditional(long steps, int columns) {
        Map<String, String> texts = new LinkedHashMap<>(SettingsTexts.of(settings(steps)));
        texts.put("data.image_size", "32");
        texts.put("model.backbone", "cganpd");
        texts.put("model.classes", "10");
        texts.put("logging.sample_columns", Integer.toString(columns));
        return SettingsTexts.read(texts).settings().orElseThrow();
    }

    /** A run that trains one width only. */
    static RunSettings individual(long steps, double width) {
        return individual(steps, width, 8);
    }

    static RunSettings individual(long steps, double width, int latentSize) {
        RunSettings s = settings(steps);
        Map<String, String> texts = new LinkedHashMap<>(SettingsTexts.of(s));
        texts.put("model.widths", "1");
        texts.put("model.individual_width", Double.toString(width));
        texts.put("model.latent_size", Integer.toString(latentSize));
        return SettingsTexts.read(texts).settings().orElseThrow();
    }

    static RunSettings with(RunSettings s, TrainingSettings training) {
        return new RunSettings(
                s.schema(),
                s.seed(),
                s.data(),
                s.model(),
                s.discriminator(),
                training,
                s.logging(),
                s.checkpoints(),
                s.engine());
    }

    static RunSettings with(RunSettings s, DataSettings data) {
        return new RunSettings(
                s.schema(),
                s.seed(),
                data,
                s.model(),
                s.discriminator(),
                s.training(),
                s.logging(),
                s.checkpoints(),
                s.engine());
    }

    static RunSettings with(RunSettings s, LoggingSettings logging, CheckpointSettings checkpoints) {
        return new RunSettings(
                s.schema(),
                s.seed(),
                s.data(),
                s.model(),
                s.discriminator(),
                s.training(),
                logging,
                checkpoints,
                s.engine());
    }

    static RunSettings withSteps(RunSettings s, long steps) {
        TrainingSettings t = s.training();
        return with(
                s,
                new TrainingSettings(
                        steps,
                        t.batchSize(),
                        t.discriminatorSteps(),
                        t.loss(),
                        t.distillation(),
                        t.distillationWeight(),
                        t.optimizer()));
    }

    static RunSettings withBatchSize(RunSettings s, int batchSize) {
        TrainingSettings t = s.training();
        return with(
                s,
                new TrainingSettings(
                        t.steps(),
                        batchSize,
                        t.discriminatorSteps(),
                        t.loss(),
                        t.distillation(),
                        t.distillationWeight(),
                        t.optimizer()));
    }
}
