package io.slimgan.config;

import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DiscriminatorSettings.JudgedWidths;
import io.slimgan.config.DiscriminatorSettings.Kind;
import io.slimgan.config.DiscriminatorSettings.SpectralNormPolicy;
import io.slimgan.config.EngineSettings.DeviceChoice;
import io.slimgan.config.ModelSettings.Backbone;
import io.slimgan.config.TrainingSettings.Distillation;
import io.slimgan.config.TrainingSettings.Loss;
import io.slimgan.config.TrainingSettings.OptimizerSettings;
import java.util.List;

/**
 * The one place of every setting's default: the paper's SNDCGAN for 32 x 32 images (method A.4, A.8, B.3), on the
 * built-in images so that nothing has to be downloaded. A settings file names only what differs from this.
 */
public final class Defaults {

    private Defaults() {}

    /** The settings of a file that names nothing. */
    public static RunSettings settings() {
        return new RunSettings(
                RunSettings.SCHEMA,
                0,
                new DataSettings(Dataset.SHAPES, "", 32),
                new ModelSettings(Backbone.SNDCGAN, 128, 512, 512, List.of(0.25, 0.5, 0.75, 1.0), 1, false),
                new DiscriminatorSettings(Kind.SHARED, 4, JudgedWidths.ALL, SpectralNormPolicy.PER_STEP),
                new TrainingSettings(
                        100_000,
                        64,
                        1,
                        Loss.HINGE,
                        Distillation.STEPWISE,
                        20,
                        new OptimizerSettings(2e-4, 0.5, 0.999, 1e-8)),
                new LoggingSettings(10, 500, 10),
                new CheckpointSettings(1000, 10, 3),
                evaluation(),
                watches(),
                new EngineSettings(DeviceChoice.AUTO, 0));
    }

    /** The quick metrics of method D, small enough that a tenth of the time is enough for them. */
    static EvaluationSettings evaluation() {
        return new EvaluationSettings(
                1000,
                1000,
                List.of(Metric.FID, Metric.PRECISION, Metric.RECALL, Metric.MIC),
                "",
                0,
                Preprocessing.TENSORFLOW,
                Quantisation.PLAIN,
                0.1);
    }

    /** Thresholds that no healthy run of ours has come near. */
    static WatchSettings watches() {
        return new WatchSettings(500, 0.01, 0.25, 3, false, false, false);
    }
}
