package io.slimgan.ui.runs;

import io.slimgan.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Says what was done and offers to undo it, until something else is done or the bar is closed. */
final class UndoBar extends HBox {

    private final Label words = new Label();
    private final Button undo = new Button("Undo", Icons.UNDO.node());

    UndoBar() {
        super(12);
        setId("undo-bar");
        getStyleClass().add("undo-bar");
        setAlignment(Pos.CENTER_LEFT);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        undo.setId("undo");
        undo.setMinWidth(USE_PREF_SIZE);
        Button close = new Button("Dismiss");
        close.setMinWidth(USE_PREF_SIZE);
        close.setOnAction(event -> clear());
        getChildren().addAll(words, undo, close);
        clear();
    }

    void offer(String done, Runnable onUndo) {
        words.setText(done);
        undo.setOnAction(event -> onUndo.run());
        setVisible(true);
        setManaged(true);
    }

    void clear() {
        setVisible(false);
        setManaged(false);
    }
}
