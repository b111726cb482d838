package io.slimgan.runs.events;

import java.util.List;
import java.util.OptionalLong;

/**
 * What came since the last poll. A reader first drops what it holds of steps after {@link #keepUpTo}, if that is
 * there, and then appends {@link #points}; so the curves of a run that was continued join without a zig-zag.
 *
 * @param keepUpTo there when the run was continued from a checkpoint: points of later steps that were given in earlier
 *     batches are void, -1 voids all of them; the points of this batch are clean already
 * @param points in the order in which they were logged
 * @param problems sentences about damaged places that were skipped, each told once
 */
public record EventBatch(OptionalLong keepUpTo, List<ScalarPoint> points, List<String> problems) {

    public EventBatch {
        points = List.copyOf(points);
        problems = List.copyOf(problems);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return keepUpTo.isEmpty() && points.isEmpty() && problems.isEmpty();
    }
}
