package io.slimgan.session;

/** Measures beside training: an {@link Evaluator} whose jobs keep to a pace. */
@FunctionalInterface
interface PacedEvaluator {

    /** Begins to measure; the job breathes by {@code pace} between its batches of images. */
    EvaluationJob evaluate(EvaluationRequest request, Pace pace);
}
