package io.slimgan.ui.runs;

import io.slimgan.runs.queue.QueueState;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.RunStateLook;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/** The queue in the order of its turns; the order is the queue's own, so no column sorts. */
final class QueueTable extends TableView<QueueRow> {

    private static final double ROW = 38;
    private static final double HEAD = 41;
    private static final int ROWS_SEEN = 5;

    QueueTable(Consumer<QueueRow> onOpen) {
        setId("queue-table");
        getStyleClass().add("run-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(ROW);
        setAccessibleText("The queue of runs");
        getColumns()
                .setAll(List.of(
                        column("Run", 150, 260, QueueTable::name),
                        column("State", 110, 115, QueueTable::state),
                        column("Steps", 190, 195, QueueTable::progress),
                        column("Settings", 160, 380, QueueTable::remark)));
        setRowFactory(table -> {
            TableRow<QueueRow> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && event.getButton() == MouseButton.PRIMARY && !row.isEmpty()) {
                    onOpen.accept(row.getItem());
                }
            });
            return row;
        });
    }

    Optional<QueueRow> selected() {
        return Optional.ofNullable(getSelectionModel().getSelectedItem());
    }

    /** Shows these rows; what was selected stays so where it is still there. */
    void show(List<QueueRow> rows) {
        if (List.copyOf(getItems()).equals(rows)) {
            return;
        }
        Optional<String> chosen = selected().map(QueueRow::name);
        Optional<String> trained = running(List.copyOf(getItems()));
        getItems().setAll(rows);
        chosen.ifPresent(this::select);
        double height = HEAD + ROW * Math.min(ROWS_SEEN, Math.max(1, rows.size())) + 4;
        setPrefHeight(height);
        setMinHeight(Math.min(height, HEAD + 3 * ROW));
        Optional<String> trains = running(rows);
        if (trains.isPresent() && !trains.equals(trained)) {
            rows.stream()
                    .filter(QueueRow::runs)
                    .findFirst()
                    .ifPresent(row -> scrollTo(Math.max(0, rows.indexOf(row) - 1)));
        }
    }

    private static Optional<String> running(List<QueueRow> rows) {
        return rows.stream().filter(QueueRow::runs).map(QueueRow::name).findFirst();
    }

    void select(String name) {
        getItems().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .ifPresent(row -> getSelectionModel().select(row));
    }

    private static TableColumn<QueueRow, QueueRow> column(
            String title, double least, double wish, Function<QueueRow, List<Node>> draw) {
        TableColumn<QueueRow, QueueRow> column = new TableColumn<>(title);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(features.getValue()));
        column.setCellFactory(c -> new DrawnCell(draw));
        column.setSortable(false);
        column.setReorderable(false);
        column.setMinWidth(least);
        column.setPrefWidth(wish);
        return column;
    }

    /** A cell of labels in a row. */
    private static final class DrawnCell extends TableCell<QueueRow, QueueRow> {

        private final Function<QueueRow, List<Node>> draw;

        DrawnCell(Function<QueueRow, List<Node>> draw) {
            this.draw = draw;
        }

        @Override
        protected void updateItem(QueueRow row, boolean empty) {
            super.updateItem(row, empty);
            if (empty) {
                setGraphic(null);
                return;
            }
            HBox box = new HBox(10);
            box.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().setAll(draw.apply(row));
            setGraphic(box);
        }
    }

    private static List<Node> name(QueueRow row) {
        Label name = label(row.name());
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("run-title");
        name.setTooltip(new Tooltip(row.name()));
        return List.of(name);
    }

    private static List<Node> state(QueueRow row) {
        Label badge = new Label();
        RunStateLook.dress(badge, row.look(), row.words());
        badge.setMinWidth(USE_PREF_SIZE);
        return List.of(badge);
    }

    private static List<Node> progress(QueueRow row) {
        long total = Math.max(1, row.entry().steps());
        ProgressBar bar = new ProgressBar((double) row.step() / total);
        bar.setPrefWidth(70);
        bar.setMinWidth(40);
        Label figures = label(Formats.count(row.step()) + " / " + Formats.count(total));
        figures.getStyleClass().add("figure");
        return List.of(bar, figures);
    }

    private static List<Node> remark(QueueRow row) {
        Label words = label(row.remark());
        words.getStyleClass().add(row.entry().state() == QueueState.FAILED ? "field-error" : "caption");
        String from = row.entry().configuration();
        boolean told = row.entry().note().isEmpty() || from.isEmpty();
        Tooltip all = new Tooltip(told ? (from.isEmpty() ? row.remark() : from) : row.remark() + "\n" + from);
        all.setWrapText(true);
        all.setMaxWidth(600);
        words.setTooltip(all);
        return List.of(words);
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(0);
        return label;
    }
}
