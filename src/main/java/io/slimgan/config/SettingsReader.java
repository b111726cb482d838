package io.slimgan.config;

import io.slimgan.base.UserError;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.DataSettings.Split;
import io.slimgan.config.ModelSettings.Backbone;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** From YAML and overrides to checked settings, with every complaint at its place. */
final class SettingsReader {

    private static final String SCHEMA = "schema";

    private SettingsReader() {}

    static RunSettings read(
            String file, Path folder, String yaml, Map<String, String> overrides, SettingsTexts.Checks checks) {
        CheckedSettings checked = check(file, folder, yaml, overrides, checks);
        return checked.settings()
                .orElseThrow(() -> new UserError(checked.problems().get(0)));
    }

    /** As {@link #read} with all that is wrong with values; what is no settings file at all is thrown here too. */
    static CheckedSettings check(
            String file, Path folder, String yaml, Map<String, String> overrides, SettingsTexts.Checks checks) {
        Map<String, YamlTexts.Located> located = YamlTexts.read(file, yaml);
        refuseOtherSchema(file, located);
        Map<String, String> places = new HashMap<>();
        Map<String, String> texts = new LinkedHashMap<>();
        located.forEach((path, value) -> {
            String place = file + ":" + value.line();
            if (SettingsSchema.isSection(path) && value.text().isEmpty()) {
                return; // a group whose settings are all commented out
            }
            known(path, place);
            places.put(path, place);
            texts.put(path, isPath(path) ? SettingsFile.absolute(value.text(), folder) : value.text());
        });
        overrides.forEach((path, text) -> {
            String place = "--set " + path + "=" + text;
            known(path, place);
            places.put(path, place);
            texts.put(path, isPath(path) ? SettingsFile.absolute(text, Path.of("")) : text);
        });
        upgrade(texts);
        usualSize(texts);
        usualClasses(texts);
        SettingsReading reading = SettingsTexts.read(texts, checks);
        return new CheckedSettings(
                reading.settings(),
                reading.problems().stream()
                        .map(problem -> places.getOrDefault(problem.path(), file) + ": " + problem.message())
                        .toList());
    }

    private static boolean isPath(String path) {
        return SettingsSchema.find(path).filter(SettingsField::isPath).isPresent();
    }

    /**
     * Brings what an older version wrote to this layout. A run of schema 1 measured nothing while it trained, and goes on
     * so unless it is told otherwise. What schema 3 added has defaults that are what schema 2 did.
     */
    private static void upgrade(Map<String, String> texts) {
        String written = texts.getOrDefault(SCHEMA, "");
        if ("1".equals(written)) {
            texts.putIfAbsent("evaluation.every_steps", "0");
        }
        if ("1".equals(written) || "2".equals(written)) {
            texts.put(SCHEMA, Integer.toString(RunSettings.SCHEMA));
        }
    }

    /** A dataset that is named without a size comes in the paper's. */
    private static void usualSize(Map<String, String> texts) {
        choice(texts, "data.dataset")
                .map(Dataset::valueOf)
                .ifPresent(known -> texts.putIfAbsent("data.image_size", Integer.toString(known.usualSize())));
    }

    /** A class-conditional network without a number of classes draws as many as its dataset is known to have. */
    private static void usualClasses(Map<String, String> texts) {
        Optional<Backbone> backbone = choice(texts, "model.backbone").map(Backbone::valueOf);
        Optional<Dataset> dataset = choice(texts, "data.dataset").map(Dataset::valueOf);
        Optional<Split> split = choice(texts, "data.split").map(Split::valueOf);
        Optional<Labels> labels = choice(texts, "data.labels").map(Labels::valueOf);
        if (backbone.filter(Backbone::conditional).isPresent() && dataset.isPresent()) {
            DataSettings.knownClasses(dataset.get(), split.orElse(Split.CODE), labels.orElse(Labels.FINE))
                    .ifPresent(classes -> texts.putIfAbsent("model.classes", Integer.toString(classes)));
        }
    }

    /** A setting's choice by its constant's name; empty where none is named, or none that is known. */
    private static Optional<String> choice(Map<String, String> texts, String path) {
        return FieldText.read(SettingsSchema.field(path), texts.getOrDefault(path, ""))
                .map(name -> name.asString().toUpperCase(Locale.ROOT));
    }

    /** A newer layout may have settings that this version does not know, so this is asked before anything else. */
    private static void refuseOtherSchema(String file, Map<String, YamlTexts.Located> located) {
        YamlTexts.Located schema = located.get(SCHEMA);
        if (schema != null
                && schema.text().matches("[0-9]{1,9}")
                && Integer.parseInt(schema.text()) > RunSettings.SCHEMA) {
            throw new UserError(file + ":" + schema.line() + ": schema is " + schema.text()
                    + ", which a newer version of this program wrote; allowed is up to " + RunSettings.SCHEMA
                    + ". Use the newer version.");
        }
    }

    private static void known(String path, String place) {
        if (SettingsSchema.find(path).isPresent()) {
            return;
        }
        if (SettingsSchema.isSection(path)) {
            throw new UserError(
                    place + ": " + path + " is a group of settings, not one value; " + NearestName.hint(path + "."));
        }
        String parent = path.contains(".") ? path.substring(0, path.lastIndexOf('.')) : "";
        if (SettingsSchema.find(parent).isPresent()) {
            throw new UserError(place + ": " + parent + " is one value, not a group of settings; allowed is "
                    + SettingsSchema.field(parent).allowed() + ".");
        }
        throw new UserError(place + ": unknown setting " + path + "; " + NearestName.hint(path));
    }
}
