package io.slimgan.ui.runs;

import io.slimgan.config.DataSettings;
import io.slimgan.config.DataSettings.Dataset;
import io.slimgan.config.DataSettings.Labels;
import io.slimgan.config.DataSettings.Split;
import io.slimgan.config.FieldUse;
import io.slimgan.config.ModelSettings.Backbone;
import io.slimgan.config.OfficialFiles;
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
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
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
    private final ReadOnlyObjectWrapper<Optional<DataSettings>> data;
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
    private OptionalInt classesFound = OptionalInt.empty();
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
        data = new ReadOnlyObjectWrapper<>(SettingsTexts.readData(values()));
        text("data.dataset").addListener((observable, before, now) -> followDataset(before, now));
        for (String path : List.of("data.dataset", "data.split", "data.labels", "data.path")) {
            text(path).addListener((observable, before, now) -> forgetClasses());
        }
        for (String path : List.of("model.backbone", "data.dataset", "data.split", "data.labels")) {
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

    /** The images that are named; empty while a setting of theirs is wrong. */
    ReadOnlyObjectProperty<Optional<DataSettings>> data() {
        return data.getReadOnlyProperty();
    }

    /** Counts the changes of texts, also of those that leave as much wrong as before. */
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    /** Tells how many classes the named images turned out to have; 0 for images without labels. */
    void foundClasses(int classes) {
        classesFound = classes == 0 ? OptionalInt.empty() : OptionalInt.of(classes);
        if (text("model.classes").get().equals("0")) {
            followClasses();
        }
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

    /** What the old dataset had and the new one has not would only be in the way. */
    private void followDataset(String before, String now) {
        if (loading) {
            return;
        }
        followSize(before, now);
        if (knownClasses().isEmpty()) {
            text("model.classes").set("0");
        }
        StringProperty path = text("data.path");
        DataSettings named = new DataSettings(FieldUse.choice(Dataset.class, now), path.get(), 32);
        if (!path.get().isBlank() && !OfficialFiles.mayLieAt(named)) {
            path.set("");
        }
    }

    /** As in a file that names no size: each dataset comes in its usual one, unless another was chosen or is drawn. */
    private void followSize(String before, String now) {
        StringProperty size = text("data.image_size");
        List<String> drawn =
                backbone().imageSizes().stream().map(String::valueOf).toList();
        if (size.get().equals(usualSize(before)) && drawn.contains(usualSize(now))) {
            size.set(usualSize(now));
        } else if (!drawn.contains(size.get())) {
            size.set(drawn.contains(usualSize(now)) ? usualSize(now) : drawn.get(0));
        }
    }

    /** A class-conditional network draws the classes that the dataset is known to have, any other draws none. */
    private void followClasses() {
        if (loading) {
            return;
        }
        OptionalInt known = knownClasses();
        if (!backbone().conditional()) {
            text("model.classes").set("0");
        } else if (known.isPresent()) {
            text("model.classes").set(Integer.toString(known.getAsInt()));
        }
    }

    /** Other images have other classes: what was found in the old ones is not theirs. */
    private void forgetClasses() {
        boolean filled = classesFound.isPresent();
        classesFound = OptionalInt.empty();
        if (!loading && filled) {
            text("model.classes").set("0");
        }
    }

    private OptionalInt knownClasses() {
        OptionalInt known = DataSettings.knownClasses(
                FieldUse.choice(Dataset.class, text("data.dataset").get()),
                FieldUse.choice(Split.class, text("data.split").get()),
                FieldUse.choice(Labels.class, text("data.labels").get()));
        return known.isPresent() ? known : classesFound;
    }

    private Backbone backbone() {
        return FieldUse.choice(Backbone.class, text("model.backbone").get());
    }

    private static String usualSize(String dataset) {
        return Integer.toString(FieldUse.choice(Dataset.class, dataset).usualSize());
    }

    private void changed() {
        if (!loading) {
            reading.set(read());
            data.set(SettingsTexts.readData(values()));
            changes.set(changes.get() + 1);
        }
    }

    private SettingsReading read() {
        return SettingsTexts.read(values());
    }

    private Map<String, String> values() {
        return texts.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get()));
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
        for (Dataset dataset : Dataset.values()) {
            String code = dataset.name().toLowerCase(Locale.ROOT);
            message = message.replaceAll("\\bdataset " + code + "\\b", title(dataset));
        }
        return message;
    }

    private static String title(Dataset dataset) {
        return switch (dataset) {
            case SHAPES, FOLDER -> "this dataset";
            default -> OfficialFiles.of(new DataSettings(dataset, "", 32)).title();
        };
    }
}
