package io.slimgan.session;

/** Measures images, one job after the other on a thread of its own. */
public interface Evaluator {

    /**
     * Begins to measure when the jobs before it are done. Results are kept in the run's folder by whoever measures, also
     * beside a process that trains the run, and found there again. For any thread; returns at once.
     */
    EvaluationJob evaluate(EvaluationRequest request);
}
