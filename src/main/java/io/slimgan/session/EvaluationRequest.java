package io.slimgan.session;

import io.slimgan.config.MeasuringPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What to measure. Runs that train one individual width each count together, as the paper's "Individual" row, where
 * several of different widths are given.
 *
 * @param subjects measured in this order, at least one
 * @param against the real images
 * @param plan which metrics, how many images, on which features
 * @param threads how many cores measuring may use; 0 for all
 * @param cached whether values that were measured before are taken again instead of measured anew
 * @param saveStatistics where mean and covariance of the first subject's features go, at its widest width, in
 *     pytorch-fid's npz format
 */
public record EvaluationRequest(
        List<EvaluationSubject> subjects,
        EvaluationReference against,
        MeasuringPlan plan,
        int threads,
        boolean cached,
        Optional<Path> saveStatistics) {

    public EvaluationRequest {
        subjects = List.copyOf(subjects);
        if (subjects.isEmpty() || threads < 0) {
            throw new IllegalArgumentException("Measuring needs a subject and no negative number of threads.");
        }
    }

    /** A run against its own dataset, with what is known already taken from there. */
    public static EvaluationRequest of(EvaluationSubject subject, MeasuringPlan plan, int threads) {
        return new EvaluationRequest(
                List.of(subject), new EvaluationReference.OwnDataset(), plan, threads, true, Optional.empty());
    }
}
