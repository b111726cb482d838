package io.slimgan.ui.runs;

import io.slimgan.config.SettingsField;
import io.slimgan.config.SettingsSchema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which settings stand together in the form.
 *
 * @param title of the section
 * @param advanced whether it is folded away at first
 * @param fields its settings, in order
 */
record FormGroup(String title, boolean advanced, List<SettingsField> fields) {

    /** The layout's version is not the user's to choose. */
    private static final String SCHEMA = "schema";

    private static final List<FormGroup> KNOWN = List.of(
            group(
                    "Images",
                    false,
                    "data.dataset",
                    "data.image_size",
                    "data.path",
                    "data.split",
                    "data.labels",
                    "data.colour"),
            group(
                    "Networks",
                    false,
                    "model.backbone",
                    "model.classes",
                    "model.conditional_norm",
                    "model.latent_size",
                    "model.generator_channels",
                    "model.discriminator_channels",
                    "model.widths"),
            group(
                    "Training",
                    false,
                    "training.steps",
                    "training.batch_size",
                    "training.distillation",
                    "training.distillation_weight",
                    "training.optimizer.learning_rate",
                    "seed"),
            group(
                    "Discriminators",
                    false,
                    "discriminator.kind",
                    "discriminator.shared_layers",
                    "discriminator.judged_widths",
                    "discriminator.spectral_norm"),
            group(
                    "Loss, optimizer and average",
                    true,
                    "training.loss",
                    "training.gradient_penalty_weight",
                    "training.discriminator_steps",
                    "training.optimizer.beta1",
                    "training.optimizer.beta2",
                    "training.optimizer.epsilon",
                    "training.optimizer.discriminator_learning_rate",
                    "training.average_decay",
                    "training.average_from_step"),
            group(
                    "Details of the networks",
                    true,
                    "model.initialisation",
                    "model.generator_spectral_norm",
                    "model.shortcut_after_relu"),
            group(
                    "Curves, sample grids and checkpoints",
                    true,
                    "logging.scalars_every_steps",
                    "logging.samples_every_steps",
                    "logging.sample_columns",
                    "checkpoints.every_steps",
                    "checkpoints.every_minutes",
                    "checkpoints.keep_last"),
            group(
                    "Quality while training",
                    true,
                    "evaluation.every_steps",
                    "evaluation.samples",
                    "evaluation.metrics",
                    "evaluation.features",
                    "evaluation.tap",
                    "evaluation.preprocessing",
                    "evaluation.quantisation",
                    "evaluation.core_share"),
            group(
                    "Watches",
                    true,
                    "watches.patience_steps",
                    "watches.saturation_loss",
                    "watches.collapse_share",
                    "watches.drift_factor",
                    "watches.pause_on_saturation",
                    "watches.pause_on_collapse",
                    "watches.pause_on_drift"),
            group("Device", true, "engine.device", "engine.threads", "engine.precision"),
            group("Individual training", true, "model.individual_width", "model.individual_narrow_discriminator"));

    FormGroup {
        fields = List.copyOf(fields);
    }

    /** All settings but the layout's version, each once; those that this class does not know come last, so none is lost. */
    static List<FormGroup> all() {
        List<FormGroup> groups = new ArrayList<>(KNOWN);
        Set<SettingsField> known = groups.stream()
                .flatMap(group -> group.fields().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<SettingsField> others = SettingsSchema.fields().stream()
                .filter(field -> !known.contains(field) && !field.path().equals(SCHEMA))
                .toList();
        if (!others.isEmpty()) {
            groups.add(new FormGroup("More", true, others));
        }
        return List.copyOf(groups);
    }

    /** Whether a setting needs the form's whole breadth. */
    static boolean isWide(SettingsField field) {
        return field.isPath() || field.isList();
    }

    private static FormGroup group(String title, boolean advanced, String... paths) {
        return new FormGroup(
                title, advanced, Stream.of(paths).map(SettingsSchema::field).toList());
    }
}
