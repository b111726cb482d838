package io.slimgan.ui.image;

import io.slimgan.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands in a view without images, and why it is empty. */
public final class EmptyState extends VBox {

    private final Label title = new Label();
    private final Label why = new Label();

    public EmptyState(Icons icon) {
        setId("empty-state");
        getStyleClass().add("empty-state");
        title.getStyleClass().add("heading");
        why.getStyleClass().add("sentence");
        why.setMaxWidth(460);
        why.setAlignment(Pos.CENTER);
        why.setTextAlignment(TextAlignment.CENTER);
        getChildren().addAll(icon.node(), title, why);
    }

    public void show(String what, String reason) {
        title.setText(what);
        why.setText(reason);
    }
}
