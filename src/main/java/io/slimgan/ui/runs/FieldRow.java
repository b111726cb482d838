package io.slimgan.ui.runs;

import io.slimgan.config.SettingsField;
import io.slimgan.ui.common.FilePicker;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/**
 * One setting of a form: its label, an editor of its type, its unit, and below them what is allowed, or what is wrong
 * while something is. Node ids as in {@link #id}: {@code field} is the editor, {@code hint} the line below.
 */
final class FieldRow extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("danger");

    private final SettingsField field;
    private final SettingsDraft draft;
    private final Node editor;
    private final Label hint = new Label();
    private final HBox line;

    FieldRow(SettingsField field, SettingsDraft draft, FilePicker files) {
        this.field = field;
        this.draft = draft;
        editor = FieldEditors.of(field, draft.text(field.path()), files);
        editor.setId(id("field", field));
        getStyleClass().add("field-row");
        Label label = new Label(field.label());
        label.setLabelFor(editor);
        label.getStyleClass().add("field-label");
        Tooltip help = new Tooltip(field.help());
        help.setWrapText(true);
        help.setMaxWidth(420);
        help.setShowDelay(Duration.millis(300));
        Tooltip.install(label, help);
        Tooltip.install(editor, help);
        line = new HBox(8, editor);
        line.getStyleClass().add("field-line");
        HBox.setHgrow(editor, Priority.ALWAYS);
        if (!field.unit().isEmpty()) {
            Label unit = new Label(field.unit());
            unit.getStyleClass().add("caption");
            unit.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(unit);
        }
        hint.setId(id("hint", field));
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(label, line, hint);
        draft.reading().addListener((observable, before, now) -> showProblem());
        showProblem();
    }

    /** The node id of a part of a setting's row, such as {@code field-training-batch_size}: dots end an id in CSS. */
    static String id(String part, SettingsField field) {
        return part + "-" + field.path().replace('.', '-');
    }

    String path() {
        return field.path();
    }

    /** Whether the form offers it now: what means nothing beside the other settings is hidden, but never a mistake. */
    boolean isShown() {
        return draft.isUsed(field.path()) || draft.problem(field.path()).isPresent();
    }

    /** Whether it needs the form's whole breadth. */
    boolean isWide() {
        return FormGroup.isWide(field);
    }

    /** Puts something on the editor's right. */
    void beside(Node other) {
        line.getChildren().add(other);
    }

    /** Puts another way to edit the setting between the editor and the line below it. */
    void insert(Node other) {
        getChildren().add(getChildren().size() - 1, other);
    }

    private void showProblem() {
        Optional<String> problem = draft.problem(field.path());
        hint.setText(problem.orElseGet(this::advice));
        hint.getStyleClass().setAll("label", problem.isPresent() ? "field-error" : "field-hint");
        editor.pseudoClassStateChanged(ERROR, problem.isPresent());
    }

    /** The allowed range; a list or a switch shows what it allows by itself, so there it is told what it means. */
    private String advice() {
        boolean evident = !field.choices().isEmpty();
        return sentence(evident ? field.help() : field.allowed());
    }

    private static String sentence(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
