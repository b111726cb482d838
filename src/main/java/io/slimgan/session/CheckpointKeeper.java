package io.slimgan.session;

import io.slimgan.config.CheckpointSettings;
import io.slimgan.runs.Checkpoint;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.runs.RunFolder;
import io.slimgan.training.TrainerState;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * When a run saves itself, and which checkpoints stay: the newest few and the best. For the device thread.
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
     * @param gap the smoothed critic gap, where it already says something
     */
    void save(TrainerState state, Map<String, String> notes, Optional<Double> gap, long nowNanos) {
        store.write(new Checkpoint(state.step(), state.generator(), state.discriminator(), state.optimizer(), notes));
        standsAt(state.step(), nowNanos);
        Optional<BestCheckpoint> best = BestCheckpoint.read(folder.path())
                .filter(b -> b.step() <= state.step() && store.steps().contains(b.step()));
        if (gap.isPresent() && best.map(b -> gap.get() < b.value()).orElse(true)) {
            best = Optional.of(new BestCheckpoint(state.step(), CriticGap.NAME, gap.get()));
            best.get().write(folder.path());
        }
        store.retain(settings.keepLast(), best.map(b -> Set.of(b.step())).orElse(Set.of()));
    }
}
