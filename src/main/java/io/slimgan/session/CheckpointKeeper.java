package io.slimgan.session;

import io.slimgan.config.CheckpointSettings;
import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.BestCheckpoints.Best;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.runs.RunFolder;
import io.slimgan.training.TrainerState;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * When a run saves itself, and which checkpoints stay: the newest few, the best of each
 * width, and the one that is being measured. For the device thread.
 */
final class CheckpointKeeper {

    private static final double NANOS_PER_MINUTE = 60e9;

    private final RunFolder folder;
    private final CheckpointStore store;
    private final CheckpointSettings settings;
    private long savedStep = -1;
    private long savedAt;

    CheckpointKeeper(RunFolder folder, CheckpointSettings settings, long nowNanos) {
        this.folder = folder;
        this.store = folder.checkpoints();
        this.settings = settings;
        this.savedAt = nowNanos;
    }

    /** Training stands at a step that is on the disk. */
    void standsAt(long step, long nowNanos) {
        savedStep = step;
        savedAt = nowNanos;
    }

    /** The step of the newest checkpoint; -1 before the first. */
    long savedStep() {
        return savedStep;
    }

    /** Whether one of the two intervals has ended. */
    boolean isDue(long step, long nowNanos) {
        return step != savedStep
                && (step % settings.everySteps() == 0
                        || nowNanos - savedAt >= settings.everyMinutes() * NANOS_PER_MINUTE);
    }

    /**
     * Writes a checkpoint and clears away those that need not be kept.
     *
     * @param gap the smoothed critic gap, where it already says something and nothing better is measured
     * @param held the step that is being measured, whose checkpoint stays until it is known how good it is
     */
    void save(TrainerState state, Map<String, String> notes, Optional<Double> gap, OptionalLong held, long nowNanos) {
        store.write(new Checkpoint(state.step(), state.generator(), state.discriminator(), state.optimizer(), notes));
        standsAt(state.step(), nowNanos);
        BestCheckpoints known = known();
        BestCheckpoints best = gap.map(g -> known.with(new Best(state.step(), CriticGap.NAME, "", g)))
                .orElse(known);
        keep(known, best, held);
    }

    /**
     * Takes in how good a checkpoint was found to be; what is no longer among the best may go.
     *
     * @param measured one candidate per width's label
     */
    void measured(Map<String, Best> measured) {
        BestCheckpoints known = known();
        BestCheckpoints best = known;
        List<Long> steps = store.steps();
        for (Map.Entry<String, Best> candidate : measured.entrySet()) {
            if (steps.contains(candidate.getValue().step())) {
                best = best.with(candidate.getKey(), candidate.getValue());
            }
        }
        Optional<Best> mean = mean(measured.values()).filter(m -> steps.contains(m.step()));
        keep(known, mean.isPresent() ? best.with(mean.get()) : best, OptionalLong.empty());
    }

    private static Optional<Best> mean(Collection<Best> widths) {
        return widths.stream().findFirst().map(any -> {
            double mean = widths.stream().mapToDouble(Best::value).average().orElseThrow();
            return new Best(any.step(), "mean " + any.measure(), any.protocol(), mean);
        });
    }

    /** A checkpoint that is gone, or that the run has yet to come to again, is the best of nothing. */
    private BestCheckpoints known() {
        List<Long> steps = store.steps();
        return BestCheckpoints.read(folder.path()).only(step -> step <= savedStep && steps.contains(step));
    }

    private void keep(BestCheckpoints known, BestCheckpoints best, OptionalLong held) {
        if (!best.equals(known)) {
            best.write(folder.path());
        }
        Set<Long> kept = best.steps();
        held.ifPresent(kept::add);
        store.retain(settings.keepLast(), kept);
    }
}
