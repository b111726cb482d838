package io.slimgan.ui.runs;

import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.RunStateLook;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/** The runs as a table that keeps its selection and order while its contents are read anew. */
final class RunTable extends TableView<RunRow> {

    RunTable(Consumer<RunRow> onOpen) {
        setId("run-table");
        getStyleClass().add("run-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<RunRow, RunRow> name = column("Name", 150, 200, RunTable::name);
        name.setComparator((a, b) -> a.name().compareToIgnoreCase(b.name()));
        TableColumn<RunRow, RunRow> state = column("State", 110, 115, RunTable::state);
        state.setComparator((a, b) -> a.state().compareTo(b.state()));
        TableColumn<RunRow, RunRow> progress = column("Steps", 190, 195, RunTable::progress);
        progress.setComparator((a, b) -> Long.compare(a.step(), b.step()));
        TableColumn<RunRow, RunRow> change = column("Last change", 120, 125, RunTable::change);
        change.setComparator((a, b) -> a.lastChange().compareTo(b.lastChange()));
        TableColumn<RunRow, RunRow> best = column("Best", 90, 150, RunTable::best);
        best.setId("best-column");
        best.setComparator(Comparator.comparingDouble(row -> row.bestFigure().isEmpty()
                ? Double.POSITIVE_INFINITY
                : row.best().overall().orElseThrow().value()));
        TableColumn<RunRow, RunRow> settings = column("Settings", 160, 405, RunTable::settings);
        settings.setComparator((a, b) -> a.settings().compareTo(b.settings()));
        getColumns().addAll(List.of(name, state, progress, best, change, settings));
        setRowFactory(table -> row(onOpen));
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                selected().ifPresent(onOpen);
            }
        });
    }

    Optional<RunRow> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /** Shows these runs; what was selected stays so where it is still there. */
    void show(List<RunRow> rows) {
        if (List.copyOf(getItems()).equals(rows) && getSortOrder().isEmpty()) {
            refresh(); // "5 min ago" goes on though nothing changed.
            return;
        }
        Optional<Path> chosen = selected().map(RunRow::folder);
        getItems().setAll(rows);
        sort();
        chosen.ifPresent(this::select);
    }

    /** Selects the run of a folder if it is listed. */
    void select(Path folder) {
        getItems().stream()
                .filter(row -> row.folder().equals(folder))
                .findFirst()
                .ifPresent(row -> getSelectionModel().select(row));
    }

    private static TableRow<RunRow> row(Consumer<RunRow> onOpen) {
        TableRow<RunRow> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                onOpen.accept(row.getItem());
            }
        });
        return row;
    }

    private static TableColumn<RunRow, RunRow> column(
            String title, double least, double wish, BiConsumer<RunRow, HBox> draw) {
        TableColumn<RunRow, RunRow> column = new TableColumn<>(title);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(c -> new BoxCell(draw));
        column.setMinWidth(least);
        column.setPrefWidth(wish);
        return column;
    }

    /** A cell of labels in a row, drawn anew when its run changes. */
    private static final class BoxCell extends TableCell<RunRow, RunRow> {

        private final BiConsumer<RunRow, HBox> draw;

        BoxCell(BiConsumer<RunRow, HBox> draw) {
            this.draw = draw;
        }

        @Override
        protected void updateItem(RunRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty) {
                setGraphic(null);
                return;
            }
            HBox box = new HBox(10);
            box.setAlignment(Pos.CENTER_LEFT);
            draw.accept(row, box);
            setGraphic(box);
        }
    }

    private static void name(RunRow row, HBox box) {
        Label name = label(row.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("run-title");
        name.setTooltip(new Tooltip(row.folder().toString()));
        box.getChildren().add(name);
    }

    private static void state(RunRow row, HBox box) {
        Label badge = new Label();
        boolean elsewhere = row.isLive() && !row.trainedHere();
        String words = row.problem().isPresent() ? "Unreadable" : RunStateLook.words(row.state());
        RunStateLook.dress(badge, row.state(), words);
        badge.setMinWidth(USE_PREF_SIZE);
        if (elsewhere) {
            badge.setTooltip(new Tooltip("Another process trains it; it can be watched."));
        }
        box.getChildren().add(badge);
    }

    private static void progress(RunRow row, HBox box) {
        if (row.total() == 0) {
            return;
        }
        ProgressBar bar = new ProgressBar((double) row.step() / row.total());
        bar.setPrefWidth(70);
        bar.setMinWidth(40);
        Label figures = label(Formats.count(row.step()) + " / " + Formats.count(row.total()));
        figures.getStyleClass().add("figure");
        box.getChildren().addAll(bar, figures);
    }

    private static void best(RunRow row, HBox box) {
        if (row.bestFigure().isEmpty()) {
            return;
        }
        Label figure = label(row.bestFigure());
        figure.getStyleClass().add("figure");
        figure.setMinWidth(USE_PREF_SIZE);
        Label measure = label(row.best().overall().orElseThrow().measure());
        measure.getStyleClass().add("caption");
        Tooltip all = new Tooltip(row.bestFigures());
        figure.setTooltip(all);
        measure.setTooltip(all);
        box.setSpacing(5);
        box.getChildren().addAll(figure, measure);
    }

    private static void change(RunRow row, HBox box) {
        box.getChildren().add(label(Formats.ago(row.lastChange(), Instant.now())));
    }

    private static void settings(RunRow row, HBox box) {
        Label words = label(row.problem().orElse(row.settings()));
        words.getStyleClass().add(row.problem().isPresent() ? "field-error" : "caption");
        words.setTooltip(new Tooltip(words.getText()));
        box.getChildren().add(words);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(0);
        return label;
    }
}
