package io.slimgan.config;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/**
 * Everything that decides a run, as it stands in {@code run.yaml}. Immutable, for any thread.
 *
 * @param schema the version of this layout; a newer one is refused, never guessed
 * @param seed keys every random stream of the run
 */
public record RunSettings(
        @Min(1) @Max(RunSettings.SCHEMA) int schema,
        @Min(0) long seed,
        @Valid DataSettings data,
        @Valid ModelSettings model,
        @Valid DiscriminatorSettings discriminator,
        @Valid TrainingSettings training,
        @Valid LoggingSettings logging,
        @Valid CheckpointSettings checkpoints,
        @Valid EvaluationSettings evaluation,
        @Valid WatchSettings watches,
        @Valid EngineSettings engine) {

    /**
     * The newest layout that this version reads, and the one that it writes; 2 added {@code evaluation} and {@code
     * watches}, 3 what further datasets and networks need.
     */
    public static final int SCHEMA = 3;

    /** A run that measures nothing while it trains, with the usual watches. */
    public RunSettings(
            int schema,
            long seed,
            DataSettings data,
            ModelSettings model,
            DiscriminatorSettings discriminator,
            TrainingSettings training,
            LoggingSettings logging,
            CheckpointSettings checkpoints,
            EngineSettings engine) {
        this(
                schema,
                seed,
                data,
                model,
                discriminator,
                training,
                logging,
                checkpoints,
                Defaults.evaluation().every(0),
                Defaults.watches(),
                engine);
    }

    /** The same run, measured like this while it trains. */
    public RunSettings with(EvaluationSettings measured) {
        return new RunSettings(
                schema, seed, data, model, discriminator, training, logging, checkpoints, measured, watches, engine);
    }

    /** The same run, trained like this. */
    public RunSettings with(TrainingSettings trained) {
        return new RunSettings(
                schema, seed, data, model, discriminator, trained, logging, checkpoints, evaluation, watches, engine);
    }

    /** The same run, computed like this. */
    public RunSettings with(EngineSettings computed) {
        return new RunSettings(
                schema,
                seed,
                data,
                model,
                discriminator,
                training,
                logging,
                checkpoints,
                evaluation,
                watches,
                computed);
    }

    /** The same run, watched like this. */
    public RunSettings with(WatchSettings watched) {
        return new RunSettings(
                schema, seed, data, model, discriminator, training, logging, checkpoints, evaluation, watched, engine);
    }
}
