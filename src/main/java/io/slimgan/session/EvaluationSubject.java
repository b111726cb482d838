package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.config.RunSettings;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;

/** Something whose images can be measured. */
public sealed interface EvaluationSubject {

    /**
     * A run's checkpoint, whoever trains the run.
     *
     * @param runFolder the run
     * @param step of the checkpoint; empty for the newest
     */
    record Checkpoint(Path runFolder, OptionalLong step) implements EvaluationSubject {}

    /**
     * Weights that no checkpoint holds, such as those of a model in training.
     *
     * @param runFolder the run, in whose folder the result is kept
     * @param settings of the run
     * @param step finished generator updates
     * @param weights of the generator, by their names in a checkpoint; never changed
     */
    record Snapshot(Path runFolder, RunSettings settings, long step, Map<String, HostTensor> weights)
            implements EvaluationSubject {}

    /** Image files in a folder, at their own sizes. */
    record Images(Path folder) implements EvaluationSubject {}

    /** Mean and covariance in pytorch-fid's npz format: enough for a Fréchet distance. */
    record Statistics(Path file) implements EvaluationSubject {}
}
