package io.slimgan.ui.scalars;

import io.slimgan.runs.BestCheckpoints;

/** A piece of a run's log on its way to the curves. Immutable once handed over. */
sealed interface LogPart {

    /**
     * The run was continued: points of later steps are void.
     *
     * @param keepUpTo the last step that counts; -1 for none
     */
    record Restart(long keepUpTo) implements LogPart {}

    /**
     * Points of one scalar, in the order of the log; the arrays are as long as there are points.
     *
     * @param tag which scalar
     * @param steps finished generator updates
     * @param walls seconds since 1970
     * @param values as logged
     */
    record Points(String tag, long[] steps, double[] walls, double[] values) implements LogPart {}

    /**
     * Which checkpoints are the best by now.
     *
     * @param checkpoints of each width and by what
     */
    record Best(BestCheckpoints checkpoints) implements LogPart {}

    /**
     * A remark about the log for the user.
     *
     * @param sentence such as that a damaged place was skipped
     */
    record Remark(String sentence) implements LogPart {}
}
