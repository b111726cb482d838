package io.slimgan.config;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What differs between two settings, and whether a run may change it on the way. For any thread. */
public final class SettingsDiff {

    /**
     * What may change when a run goes on. The data's folder is one of them because a run may be carried to another
     * machine; the grid's columns are not, because a run's latents are fixed.
     */
    private static final Set<String> ALLOWED = Set.of(
            "data.path",
            "training.steps",
            "training.distillation_weight",
            "training.optimizer.learning_rate",
            "training.optimizer.discriminator_learning_rate",
            "logging.scalars_every_steps",
            "logging.samples_every_steps",
            "checkpoints.every_steps",
            "checkpoints.every_minutes",
            "checkpoints.keep_last",
            "evaluation.every_steps",
            "evaluation.samples",
            "evaluation.metrics",
            "evaluation.features",
            "evaluation.tap",
            "evaluation.preprocessing",
            "evaluation.quantisation",
            "evaluation.core_share",
            "watches.patience_steps",
            "watches.saturation_loss",
            "watches.collapse_share",
            "watches.drift_factor",
            "watches.pause_on_saturation",
            "watches.pause_on_collapse",
            "watches.pause_on_drift",
            "engine.device",
            "engine.threads");

    private SettingsDiff() {}

    /** Every setting that differs, in the order of a settings file. */
    public static List<Change> between(RunSettings from, RunSettings to) {
        Map<String, String> before = SettingsTexts.of(from);
        Map<String, String> after = SettingsTexts.of(to);
        return SettingsSchema.fields().stream()
                .map(SettingsField::path)
                .filter(path -> !before.getOrDefault(path, "").equals(after.getOrDefault(path, "")))
                .map(path ->
                        new Change(path, before.getOrDefault(path, ""), after.getOrDefault(path, ""), mayChange(path)))
                .toList();
    }

    /** Whether a run may go on with another value of this setting. */
    public static boolean mayChange(String path) {
        return ALLOWED.contains(path);
    }

    /** One sentence that refuses those changes that a run may not make; empty if it may make them all. */
    public static String refusal(List<Change> changes) {
        List<Change> refused =
                changes.stream().filter(change -> !change.allowedOnResume()).toList();
        if (refused.isEmpty()) {
            return "";
        }
        return "A run cannot go on with other settings than it began with, but "
                + refused.stream().map(Change::line).collect(Collectors.joining(", "))
                + "; allowed to change are steps, learning rate, distillation weight, intervals, evaluation, watches, device,"
                + " threads and the data's folder. Start a new run for the rest.";
    }
}
