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
    private final GridPane grid = new GridPane(24, 14);
    private final VBox body = new VBox(16);
    private List<FieldRow> shown = List.of();
    private long problems;

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
        fill(files);
        body.getChildren().add(grid);
        setContent(body);
        draft.changes().addListener((observable, before, now) -> follow());
        follow();
    }

    /** Adds something below the settings, such as a look at the images. */
    void below(Node node) {
        body.getChildren().add(node);
    }

    /** The row of a setting of this section. */
    Optional<FieldRow> row(String path) {
        return rows.stream().filter(row -> row.path().equals(path)).findFirst();
    }

    private void fill(FilePicker files) {
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        for (SettingsField field : group.fields()) {
            FieldRow row = new FieldRow(field, draft, files);
            rows.add(row);
            grid.getChildren().add(row);
        }
    }

    private void follow() {
        place();
        count();
    }

    /** The rows that are offered close up, so that no hole is left where one is hidden. */
    private void place() {
        List<FieldRow> offered = rows.stream().filter(FieldRow::isShown).toList();
        if (offered.equals(shown)) {
            return;
        }
        shown = offered;
        int cell = 0;
        for (FieldRow row : rows) {
            boolean there = offered.contains(row);
            row.setVisible(there);
            row.setManaged(there);
            if (there) {
                boolean wide = row.isWide();
                cell = wide ? cell + cell % 2 : cell;
                GridPane.setConstraints(row, cell % 2, cell / 2, wide ? 2 : 1, 1);
                cell += wide ? 2 : 1;
            }
        }
    }

    /** A problem that comes up unfolds the section; whoever folds it again still reads how many there are. */
    private void count() {
        long before = problems;
        problems = group.fields().stream()
                .filter(field -> draft.problem(field.path()).isPresent())
                .count();
        wrong.setText(problems == 0 ? "" : problems == 1 ? "1 problem" : problems + " problems");
        if (before == 0 && problems > 0) {
            setExpanded(true);
        }
    }
}
