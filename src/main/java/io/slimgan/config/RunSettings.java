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
        @Valid EngineSettings engine) {

    /** The newest layout that this version reads, and the one that it writes. */
    public static final int SCHEMA = 1;
}
