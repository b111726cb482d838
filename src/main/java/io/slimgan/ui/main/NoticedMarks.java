package io.slimgan.ui.main;

import io.slimgan.runs.events.EventBatch;
import io.slimgan.runs.events.EventFollower;
import io.slimgan.runs.events.ScalarPoint;
import io.slimgan.runs.watches.WatchMark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run noticed about its training, from its log: each look reads what is new. For one background thread at a time,
 * but any of them.
 */
final class NoticedMarks {

    private final EventFollower follower;
    private final List<WatchMark> marks = new ArrayList<>();

    NoticedMarks(Path run) {
        follower = EventFollower.open(run);
    }

    /**
     * The newest that still counts: what was noticed after the step from which the run went on again is void.
     *
     * @throws io.slimgan.base.UserError if the log cannot be read; the next look tries again
     */
    synchronized Optional<WatchMark> newest() {
        EventBatch batch = follower.poll();
        batch.keepUpTo().ifPresent(step -> marks.removeIf(mark -> mark.step() > step));
        for (ScalarPoint point : batch.points()) {
            WatchMark.read(point.tag(), point.step(), point.value()).ifPresent(marks::add);
        }
        return marks.isEmpty() ? Optional.empty() : Optional.of(marks.get(marks.size() - 1));
    }
}
