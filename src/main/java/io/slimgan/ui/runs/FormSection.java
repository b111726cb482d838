package io.slimgan.ui.runs;

import io.slimgan.config.SettingsField;
import io.slimgan.ui.common.FilePicker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** One group of settings in two columns; its title counts what is wrong inside, so that a folded one hides nothing. */
final class FormSection extends TitledPane {

    private final FormGroup group;
    private final SettingsDraft draft;
    private final Label wrong = new Label();
    private final List<FieldRow> rows = new ArrayList<>();
    private final VBox body = new VBox(16);

    FormSection(FormGroup group, SettingsDraft draft, FilePicker files) {
        this.group = group;
        this.draft = draft;
        setText(group.title());
        setAnimated(false);
        setExpanded(!group.advanced());
        getStyleClass().add("form-section");
        wrong.getStyleClass().add("field-error");
        setGraphic(wrong);
        setContentDisplay(ContentDisplay.RIGHT);
        body.getChildren().add(grid(files));
        setContent(body);
        draft.reading().addListener((observable, before, now) -> count());
        count();
    }

    /** Adds something below the settings, such as a look at the images. */
    void below(Node node) {
        body.getChildren().add(node);
    }

    /** The row of a setting of this section. */
    Optional<FieldRow> row(String path) {
        return rows.stream().filter(row -> row.path().equals(path)).findFirst();
    }

    private GridPane grid(FilePicker files) {
        GridPane grid = new GridPane(24, 14);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        int cell = 0;
        for (SettingsField field : group.fields()) {
            FieldRow row = new FieldRow(field, draft, files);
            rows.add(row);
            boolean wide = FormGroup.isWide(field);
            cell = wide ? cell + cell % 2 : cell;
            grid.add(row, cell % 2, cell / 2, wide ? 2 : 1, 1);
            cell += wide ? 2 : 1;
        }
        return grid;
    }

    private void count() {
        long problems = group.fields().stream()
                .filter(field -> draft.problem(field.path()).isPresent())
                .count();
        wrong.setText(problems == 0 ? "" : problems == 1 ? "1 problem" : problems + " problems");
    }
}
