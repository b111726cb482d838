package io.slimgan.ui.image;

import io.slimgan.base.RunState;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.OpenRun;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What stands in a view without images, and why it is empty. FX thread. */
public final class EmptyState extends VBox {

    private final Label title = new Label();
    private final Label why = new Label();

    /** {@code icon} stands large and pale above the words. */
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

    /** For a run without weights: whether they are on their way. */
    public void showNoWeights(OpenRun run) {
        boolean preparing = run.session()
                .map(session -> session.status().state() == RunState.PREPARING)
                .orElse(false);
        show(
                preparing ? "The run is being prepared" : "This run has no weights yet",
                "Images appear as soon as the networks are built or the first checkpoint is written.");
    }

    /** What is missing, and why or what to do. */
    public void show(String what, String reason) {
        title.setText(what);
        why.setText(reason);
    }
}
