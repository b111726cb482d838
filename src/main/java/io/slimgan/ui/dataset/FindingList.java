package io.slimgan.ui.dataset;

import atlantafx.base.theme.Styles;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.image.Controls;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Images that stand out, by name: a line selects its image, a button copies all lines. FX thread. */
final class FindingList extends VBox {

    private static final double ROW = 24;
    private static final int MOST_ROWS = 6;

    /**
     * One line.
     *
     * @param index of the image that it is about
     */
    record Line(int index, String words) {}

    private final Label title = new Label();
    private final Button copy;
    private final Button only;
    private final ListView<Line> lines = new ListView<>();

    /**
     * @param id of the list; those of its buttons begin with it: {@code -copy}, {@code -only}
     * @param onChosen called with the image of the line that the user selects
     * @param onOnly shows these images alone
     */
    FindingList(String id, IntConsumer onChosen, Runnable onOnly) {
        super(4);
        lines.setId(id);
        title.setId(id + "-title");
        title.getStyleClass().add("strong");
        title.setMaxWidth(Double.MAX_VALUE);
        title.setWrapText(true);
        HBox.setHgrow(title, Priority.ALWAYS);
        only = Controls.icon(Icons.WATCH, id + "-only", "Show these images alone", onOnly);
        only.getStyleClass().add(Styles.SMALL);
        copy = Controls.icon(Icons.COPY, id + "-copy", "Copy the whole list", this::copy);
        copy.getStyleClass().add(Styles.SMALL);
        HBox head = new HBox(2, title, only, copy);
        head.setAlignment(Pos.CENTER_LEFT);
        lines.setFixedCellSize(ROW);
        lines.setCellFactory(list -> new Cell());
        lines.getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (now != null) {
                onChosen.accept(now.index());
            }
        });
        getChildren().addAll(head, lines);
    }

    /** Shows what was found; an empty list is a title alone. */
    void show(String words, List<Line> found) {
        title.setText(words);
        lines.setItems(FXCollections.observableList(found));
        double height = Math.min(MOST_ROWS, found.size()) * ROW + 2;
        lines.setMinHeight(height);
        lines.setPrefHeight(height);
        boolean any = !found.isEmpty();
        for (Node part : List.of(lines, copy, only)) {
            part.setManaged(any);
            part.setVisible(any);
        }
    }

    private void copy() {
        StringBuilder text = new StringBuilder();
        lines.getItems().forEach(line -> text.append(line.words()).append('\n'));
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text.toString()));
    }

    private static final class Cell extends ListCell<Line> {

        Cell() {
            setPrefWidth(0); // long names are cut; the tool tip has them
        }

        // The toolkit hands null to a cell that is out of use.
        @Override
        protected void updateItem(@Nullable Line line, boolean empty) {
            super.updateItem(line, empty);
            setText(empty || line == null ? null : line.words());
            setTooltip(empty || line == null ? null : new Tooltip(line.words()));
        }
    }
}
