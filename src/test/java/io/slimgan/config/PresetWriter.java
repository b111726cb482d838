package io.slimgan.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Writes a run of the paper's tables as a commented settings file. */
final class PresetWriter {

    private static final int LINE = 118;

    private static final List<String> LOOKED_AT = List.of(
            "logging.scalars_every_steps",
            "logging.samples_every_steps",
            "checkpoints.every_steps",
            "evaluation.every_steps",
            "evaluation.samples");

    private final PaperCell cell;
    private final Map<String, String> values;
    private final StringBuilder yaml = new StringBuilder();

    private PresetWriter(PaperCell cell, Map<String, String> values) {
        this.cell = cell;
        this.values = values;
    }

    /** The file in {@code sample-configs/paper}. */
    static String paper(PaperCell cell) {
        PresetWriter writer = new PresetWriter(cell, cell.values());
        writer.comment(cell.about());
        writer.line("#");
        writer.comment("As large as in the paper: days on a GPU, for a CPU there is ../" + cell.twin() + ".");
        writer.head(cell.file());
        writer.settings(false);
        return writer.yaml.toString();
    }

    /** The file in {@code sample-configs/cpu}. */
    static String twin(PaperCell cell) {
        PresetWriter writer = new PresetWriter(cell, cell.twinValues());
        writer.comment("Sized for a CPU: " + cell.about());
        writer.line("#");
        writer.comment("Its results are far from the paper's. Against ../" + cell.file() + " it has "
                + writer.differences() + "; all else that makes the run is the same.");
        writer.head(cell.twin());
        writer.settings(true);
        return writer.yaml.toString();
    }

    private String differences() {
        Map<String, String> paper = cell.values();
        List<String> told = new ArrayList<>();
        Map<String, String> words = new LinkedHashMap<>();
        words.put("model.generator_channels", "generator channels");
        words.put("model.discriminator_channels", "discriminator channels");
        words.put("training.steps", "steps");
        words.put("training.batch_size", "images in a batch");
        words.put("training.average_decay", "as the decay of the generator's average");
        words.put("training.average_from_step", "as the step from which it is averaged");
        words.forEach((path, word) -> {
            if (!text(values, path).equals(text(paper, path))) {
                told.add(text(values, path) + " (" + text(paper, path) + ") " + word);
            }
        });
        return String.join(", ", told);
    }

    private void head(String file) {
        String dataset = text(values, "data.dataset");
        line("#");
        line(
                dataset.equals("celeba") || dataset.equals("imagenet")
                        ? "#   data info " + dataset + "        # where to get it; its files belong into datasets/"
                                + dataset
                        : "#   data fetch " + dataset + " --into datasets/" + dataset);
        line("#   train sample-configs/" + file);
        line("");
    }

    private void settings(boolean small) {
        String open = "";
        for (SettingsField field : SettingsSchema.fields()) {
            if (!stands(field, small)) {
                continue;
            }
            String[] sections =
                    field.section().isEmpty() ? new String[0] : field.section().split("\\.");
            boolean back = open.startsWith(field.section() + ".");
            if (!field.section().equals(open) && !back) {
                if (sections.length < 2) {
                    line("");
                }
                if (sections.length > 0) {
                    line("  ".repeat(sections.length - 1) + sections[sections.length - 1] + ":");
                }
            }
            open = field.section();
            setting(field, "  ".repeat(sections.length));
        }
    }

    private void setting(SettingsField field, String indent) {
        String note = cell.notes().getOrDefault(field.path(), "");
        if (!note.isEmpty()) {
            wrapped(indent + "# ", note + ".");
        }
        String unit = switch (field.path()) {
            case "schema" -> "# the layout of this file";
            case "data.path" -> "# relative to this file; or --set data.path=FOLDER";
            case "model.individual_narrow_discriminator" -> "# whether its discriminator is as narrow";
            case "discriminator.shared_layers" -> "# n_share";
            case "training.steps" -> "# T";
            case "training.discriminator_steps" -> "# K";
            case "training.distillation_weight" -> "# lambda";
            default -> "";
        };
        String written = indent + field.key() + ": " + text(values, field.path());
        line(unit.isEmpty() ? written : String.format("%-44s %s", written, unit));
    }

    /** Everything of the method that means something here; of the rest only what a short run has otherwise. */
    private boolean stands(SettingsField field, boolean small) {
        String dataset = text(values, "data.dataset");
        String backbone = text(values, "model.backbone");
        return switch (field.path()) {
            case "schema", "seed" -> true;
            case "data.split" -> dataset.equals("stl10") || dataset.equals("celeba");
            case "data.labels" -> dataset.equals("cifar100");
            case "data.colour" -> false;
            case "model.classes" -> backbone.equals("cganpd") || backbone.equals("biggan");
            case "model.conditional_norm" -> backbone.equals("cganpd");
            case "model.shortcut_after_relu" -> !backbone.equals("sndcgan");
            case "model.generator_spectral_norm",
                    "training.average_decay",
                    "training.average_from_step",
                    "training.optimizer.discriminator_learning_rate" -> backbone.equals("biggan");
            default ->
                method(field.path())
                        || LOOKED_AT.contains(field.path()) && small
                        || List.of("logging.samples_every_steps", "checkpoints.every_steps")
                                .contains(field.path());
        };
    }

    /** Named one by one: what comes to the program later is not the paper's. */
    private static boolean method(String path) {
        return List.of("dataset", "path", "image_size").stream().anyMatch(key -> path.equals("data." + key))
                || List.of(
                                "backbone",
                                "latent_size",
                                "generator_channels",
                                "discriminator_channels",
                                "widths",
                                "individual_width",
                                "individual_narrow_discriminator",
                                "initialisation")
                        .stream()
                        .anyMatch(key -> path.equals("model." + key))
                || List.of("kind", "shared_layers", "judged_widths", "spectral_norm").stream()
                        .anyMatch(key -> path.equals("discriminator." + key))
                || List.of("steps", "batch_size", "discriminator_steps", "loss", "distillation", "distillation_weight")
                        .stream()
                        .anyMatch(key -> path.equals("training." + key))
                || List.of("learning_rate", "beta1", "beta2", "epsilon").stream()
                        .anyMatch(key -> path.equals("training.optimizer." + key));
    }

    private void comment(String text) {
        wrapped("# ", text);
    }

    private void wrapped(String start, String text) {
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && start.length() + line.length() + 1 + word.length() > LINE) {
                line(start + line);
                line.setLength(0);
            }
            line.append(line.length() > 0 ? " " : "").append(word);
        }
        line(start + line);
    }

    private void line(String text) {
        yaml.append(text.stripTrailing()).append('\n');
    }

    private static String text(Map<String, String> values, String path) {
        return Objects.requireNonNull(values.get(path), path);
    }
}
