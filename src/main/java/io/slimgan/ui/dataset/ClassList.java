package io.slimgan.ui.dataset;

import io.slimgan.session.DatasetBook;
import io.slimgan.ui.common.Formats;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** The classes of a set with the number of their images; the selected one is what the sheet shows. FX thread. */
final class ClassList extends ListView<ClassList.Row> {

    /** All classes. */
    static final int ALL = -1;

    private static final double ROW = 26;
    private static final int MOST_ROWS = 12;

    /**
     * A line of the list.
     *
     * @param label a place in the class names, or {@link #ALL}
     * @param share of the largest class
     */
    record Row(int label, String name, int count, double share) {}

    private boolean filling;

    /** @param onChosen called with the class that the user selects */
    ClassList(IntConsumer onChosen) {
        setId("class-list");
        setFixedCellSize(ROW);
        setCellFactory(list -> new Cell());
        setAccessibleText("Classes; the selected one is shown");
        getSelectionModel().selectedItemProperty().addListener((observable, before, now) -> {
            if (!filling && now != null) {
                onChosen.accept(now.label());
            }
        });
    }

    /** Lists the classes of a set; takes no room without any. */
    void show(DatasetBook book) {
        List<String> names = book.classNames();
        int[] counts = new int[names.size()];
        for (int i = 0; i < book.size() && counts.length > 0; i++) {
            if (book.label(i) >= 0) {
                counts[book.label(i)]++;
            }
        }
        int most = Math.max(1, Arrays.stream(counts).max().orElse(1));
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(ALL, "All classes", book.size(), 0));
        for (int label = 0; label < counts.length; label++) {
            rows.add(new Row(label, names.get(label), counts[label], (double) counts[label] / most));
        }
        filling = true;
        getItems().setAll(rows);
        getSelectionModel().select(0);
        filling = false;
        double height = Math.min(rows.size(), MOST_ROWS) * ROW + 2;
        setMinHeight(height);
        setPrefHeight(height);
        setManaged(counts.length > 0);
        setVisible(counts.length > 0);
    }

    /** Selects all classes without telling. */
    void reset() {
        filling = true;
        getSelectionModel().select(0);
        filling = false;
    }

    /** The class that is selected. */
    int selected() {
        Row row = getSelectionModel().getSelectedItem();
        return row == null ? ALL : row.label();
    }

    private static final class Cell extends ListCell<Row> {

        private final Label name = new Label();
        private final ProgressBar share = new ProgressBar();
        private final Label count = new Label();
        private final HBox line = new HBox(8, name, share, count);

        Cell() {
            name.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(name, Priority.ALWAYS);
            name.setMinWidth(40);
            share.setMinWidth(50);
            share.setPrefWidth(50);
            count.setMinWidth(54);
            count.setAlignment(Pos.CENTER_RIGHT);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0); // the name gives way, not the list
        }

        // The toolkit hands null to a cell that is out of use.
        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                setTooltip(null);
                return;
            }
            name.setText(row.name());
            share.setProgress(row.share());
            share.setVisible(row.label() != ALL);
            count.setText(Formats.count(row.count()));
            setTooltip(new Tooltip(row.name() + ": " + Formats.count(row.count())));
            setGraphic(line);
        }
    }
}
