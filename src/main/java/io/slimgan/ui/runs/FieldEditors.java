package io.slimgan.ui.runs;

import atlantafx.base.controls.ToggleSwitch;
import io.slimgan.config.SettingsField;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.form.ChoiceWords;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The editor that suits a setting's type, bound to the setting's text in both directions. */
final class FieldEditors {

    /** Weights come under many endings. */
    private static final String ANY_ENDING = "*";

    private FieldEditors() {}

    static Region of(SettingsField field, StringProperty text, FilePicker files) {
        return switch (field.type()) {
            case CHOICE -> choice(field, text);
            case SWITCH -> toggle(text);
            case CHOICES -> choices(field, text);
            case PATH ->
                path(
                        field,
                        text,
                        "Choose the folder",
                        () -> files.folder("Choose the folder with the images", start(text.get())));
            case FILE ->
                path(
                        field,
                        text,
                        "Choose the file",
                        () -> files.open("Choose the file of weights", "Weights", ANY_ENDING));
            case WHOLE, NUMBER, NUMBERS -> plain(text);
        };
    }

    private static TextField plain(StringProperty text) {
        TextField editor = new TextField();
        editor.textProperty().bindBidirectional(text);
        return editor;
    }

    private static ComboBox<String> choice(SettingsField field, StringProperty text) {
        ComboBox<String> editor = new ComboBox<>();
        editor.getItems().setAll(field.choices());
        editor.setMaxWidth(Double.MAX_VALUE);
        editor.setConverter(new ChoiceWords(field));
        editor.valueProperty().bindBidirectional(text);
        return editor;
    }

    private static ToggleSwitch toggle(StringProperty text) {
        ToggleSwitch editor = new ToggleSwitch();
        editor.setSelected(Boolean.parseBoolean(text.get()));
        editor.selectedProperty().addListener((o, before, now) -> text.set(now.toString()));
        text.addListener((o, before, now) -> editor.setSelected(Boolean.parseBoolean(now)));
        return editor;
    }

    /** A box per choice; those that are ticked stand in the text in the schema's order. */
    private static FlowPane choices(SettingsField field, StringProperty text) {
        FlowPane editor = new FlowPane(18, 8);
        for (String choice : field.choices()) {
            CheckBox box = new CheckBox(ChoiceWords.words(field, choice));
            box.setId(FieldRow.id("choice", field) + "-" + choice);
            box.setSelected(ticked(text.get()).contains(choice));
            box.selectedProperty().addListener((o, before, now) -> {
                Set<String> chosen = new HashSet<>(ticked(text.get()));
                boolean changed = now ? chosen.add(choice) : chosen.remove(choice);
                if (changed) {
                    text.set(field.choices().stream().filter(chosen::contains).collect(Collectors.joining(", ")));
                }
            });
            text.addListener((o, before, now) -> box.setSelected(ticked(now).contains(choice)));
            editor.getChildren().add(box);
        }
        return editor;
    }

    private static List<String> ticked(String text) {
        return Stream.of(text.split(",")).map(String::strip).toList();
    }

    private static HBox path(SettingsField field, StringProperty text, String hint, Supplier<Optional<Path>> asking) {
        TextField editor = plain(text);
        editor.setId(FieldRow.id("text", field));
        HBox.setHgrow(editor, Priority.ALWAYS);
        Button browse = new Button("Browse…", Icons.FOLDER.node());
        browse.setId(FieldRow.id("browse", field));
        browse.setMinWidth(Region.USE_PREF_SIZE);
        browse.setTooltip(new Tooltip(hint));
        browse.setOnAction(event -> asking.get().ifPresent(chosen -> text.set(chosen.toString())));
        return new HBox(8, editor, browse);
    }

    private static Optional<Path> start(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
