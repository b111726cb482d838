package io.slimgan.ui.runs;

import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.FieldUse;
import io.slimgan.config.ModelSettings.Backbone;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsField;
import io.slimgan.config.SettingsProblem;
import io.slimgan.config.SettingsReading;
import io.slimgan.config.SettingsSchema;
import io.slimgan.config.SettingsTexts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * Settings that are being written: one text per setting, and what they amount to. Knows no control. FX thread.
 */
final class SettingsDraft {

    private final Map<String, StringProperty> texts = new LinkedHashMap<>();
    private final ReadOnlyObjectWrapper<SettingsReading> reading;
    private boolean loading;

    /** Begins with these settings. */
    SettingsDraft(RunSettings settings) {
        Map<String, String> values = SettingsTexts.of(settings);
        for (SettingsField field : SettingsSchema.fields()) {
            StringProperty text = new SimpleStringProperty(shown(field, values.getOrDefault(field.path(), "")));
            text.addListener((observable, before, now) -> changed());
            texts.put(field.path(), text);
        }
        reading = new ReadOnlyObjectWrapper<>(read());
        text("data.dataset").addListener((observable, before, now) -> followDataset(before, now));
        for (String path : List.of("model.backbone", "data.dataset", "data.labels")) {
            text(path).addListener((observable, before, now) -> followClasses());
        }
    }

    /** The text of a setting, for its editor to bind. */
    StringProperty text(String path) {
        return Objects.requireNonNull(texts.get(path), path);
    }

    /** What the texts amount to; changes with every text. */
    ReadOnlyObjectProperty<SettingsReading> reading() {
        return reading.getReadOnlyProperty();
    }

    /** Whether a setting means something beside the others as they stand. */
    boolean isUsed(String path) {
        return FieldUse.isUsed(path, name -> text(name).get());
    }

    /** What is wrong with a setting, in words for beside its field. */
    Optional<String> problem(String path) {
        return reading.get().problems().stream()
                .filter(problem -> problem.path().equals(path))
                .map(SettingsDraft::words)
                .findFirst();
    }

    /** Takes over other settings. */
    void load(RunSettings settings) {
        loading = true;
        Map<String, String> values = SettingsTexts.of(settings);
        texts.forEach((path, text) -> text.set(shown(SettingsSchema.field(path), values.getOrDefault(path, ""))));
        loading = false;
        changed();
    }

    /** As in a file that names no size: each dataset comes in its usual one, unless another was chosen. */
    private void followDataset(String before, String now) {
        StringProperty size = text("data.image_size");
        if (!loading && size.get().equals(usualSize(before))) {
            size.set(usualSize(now));
        }
    }

    /** A class-conditional network draws the classes that the dataset is known to have, any other draws none. */
    private void followClasses() {
        if (loading) {
            return;
        }
        Backbone backbone =
                FieldUse.choice(Backbone.class, text("model.backbone").get());
        Dataset dataset = Dataset.valueOf(text("data.dataset").get().toUpperCase(Locale.ROOT));
        Labels labels = Labels.valueOf(text("data.labels").get().toUpperCase(Locale.ROOT));
        StringProperty classes = text("model.classes");
        if (!backbone.conditional()) {
            classes.set("0");
        } else {
            DataSettings.knownClasses(dataset, labels).ifPresent(known -> classes.set(Integer.toString(known)));
        }
    }

    private static String usualSize(String dataset) {
        return Integer.toString(
                Dataset.valueOf(dataset.toUpperCase(Locale.ROOT)).usualSize());
    }

    private void changed() {
        if (!loading) {
            reading.set(read());
        }
    }

    private SettingsReading read() {
        return SettingsTexts.read(texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get())));
    }

    /** Lists stand in a field as people write them, without a file's brackets. */
    private static String shown(SettingsField field, String text) {
        return field.isList() ? text.replaceAll("^\\[|]$", "") : text;
    }

    /** A message names settings by their place in a file; in a form they are called by their labels. */
    static String words(SettingsProblem problem) {
        // A form has a button for what the command line has an option.
        String message = problem.message().replace(", for example --set " + problem.path() + "=FOLDER", "");
        for (SettingsField field : SettingsSchema.fields()) {
            message = message.replaceAll("(?<![\\w.])" + Pattern.quote(field.path()) + "(?!\\w)", field.label());
        }
        for (Backbone network : Backbone.values()) {
            String code = network.name().toLowerCase(Locale.ROOT);
            message = message.replaceAll("(?<=such as )" + code + "\\b|(?<= )Network " + code + "\\b", network.title());
        }
        return message;
    }
}
