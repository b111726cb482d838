package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.CheckpointStore;
import io.slimgan.runs.RunFolder;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The checkpoint that a report is about; its weights are read at once, as a run in training throws old checkpoints away.
 *
 * @param folder the run
 * @param settings as they were when the report began
 * @param checksum SHA-256 of the generator
 * @param weights of the generator
 */
record ReportedCheckpoint(
        RunFolder folder, RunSettings settings, long step, String checksum, Map<String, HostTensor> weights) {

    /** @throws UserError if there is no such checkpoint, or it cannot be read */
    static ReportedCheckpoint open(EvaluationSubject.Checkpoint asked) {
        RunFolder folder = RunFolder.open(asked.runFolder());
        CheckpointStore store = folder.checkpoints();
        OptionalLong found = asked.step().isPresent() ? asked.step() : store.newestStep();
        long step = found.orElseThrow(() -> new UserError(
                "Run " + folder.name() + " has no checkpoint yet; a report can be made from the first on."));
        return new ReportedCheckpoint(
                folder, folder.settings(), step, store.generatorChecksum(step), store.readGenerator(step));
    }

    String name() {
        return folder.name();
    }

    /** Whether the run trains one width only. */
    boolean isIndividual() {
        return settings.model().widths().size() == 1;
    }

    EvaluationSubject.Checkpoint subject() {
        return new EvaluationSubject.Checkpoint(folder.path(), OptionalLong.of(step));
    }
}
