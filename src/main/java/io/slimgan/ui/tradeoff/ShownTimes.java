package io.slimgan.ui.tradeoff;

import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.common.OpenRun;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long drawing takes at each width: what reports tell of the shown checkpoint, else measured now and kept for them. Of
 * a run in training only one checkpoint is measured, since each takes seconds from the training. FX thread.
 */
final class ShownTimes {

    private static final Logger LOG = LoggerFactory.getLogger(ShownTimes.class);

    private final Runnable onKnown;
    private final Latest measuring = new Latest();
    private final Map<String, DrawingTimes> measured = new HashMap<>();
    private Optional<DrawingTimes> newest = Optional.empty();
    private Optional<OptionalLong> asked = Optional.empty();

    /** @param onKnown called when there are others to show */
    ShownTimes(Runnable onKnown) {
        this.onKnown = onKnown;
    }

    /** Those of an evaluation's checkpoint, or of another of the same run; empty until any are known. */
    Optional<DrawingTimes> of(Evaluation shown) {
        return Optional.ofNullable(measured.get(shown.weights())).or(() -> newest);
    }

    void close() {
        measuring.forget();
        measured.clear();
        newest = Optional.empty();
        asked = Optional.empty();
    }

    /** Takes what lies in the run's folder, by the weights that it was measured on. */
    void found(Map<String, DrawingTimes> kept) {
        if (!kept.equals(measured)) {
            measured.clear();
            measured.putAll(kept);
            onKnown.run();
        }
    }

    /**
     * Sees to it that the times of what is shown become known.
     *
     * @param checkpoints the run's steps, ascending
     */
    void want(OpenRun run, Evaluation shown, List<Long> checkpoints) {
        OptionalLong step =
                shown.step().isPresent() && checkpoints.contains(shown.step().getAsLong())
                        ? shown.step()
                        : OptionalLong.empty();
        boolean once = run.isTraining() && asked.isPresent();
        if (measured.containsKey(shown.weights())
                || checkpoints.isEmpty()
                || once
                || Objects.equals(asked, Optional.of(step))) {
            return;
        }
        asked = Optional.of(step);
        measuring.await(
                run.room().drawingTimes(new EvaluationSubject.Checkpoint(run.folder(), step)),
                times -> {
                    newest = Optional.of(times);
                    onKnown.run();
                },
                thrown -> LOG.debug("Drawing is not timed: {}", thrown.toString()));
    }
}
