package io.slimgan.ui.image;

import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.Icons;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** One line above the images: what failed, with its details at hand, or what came about. Takes no room when empty. */
public final class NoticeBar extends HBox {

    /** Something that the reader can do about a notice. */
    public record Action(String verb, Runnable run) {}

    private static final PseudoClass FAILURE = PseudoClass.getPseudoClass("failure");

    private final Dialogs dialogs;
    private final Label text = new Label();
    private final Button close = new Button("", Icons.CLOSE.node());
    private boolean drawingFailed;

    /** Details of a failure open through {@code dialogs}. FX thread, as everything here. */
    public NoticeBar(Dialogs dialogs) {
        super(8);
        this.dialogs = dialogs;
        setId("notice");
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        text.setWrapText(true);
        text.setMinHeight(USE_PREF_SIZE);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        close.getStyleClass().addAll("button-icon", "flat", "small");
        close.setTooltip(new Tooltip("Dismiss"));
        close.setAccessibleText("Dismiss");
        close.setOnAction(event -> clear());
        clear();
    }

    /** A page's head: these tools, and the notice below them while there is one. */
    public VBox below(Node tools) {
        VBox.setMargin(this, new Insets(0, 14, 8, 14));
        return new VBox(tools, this);
    }

    /** Shows a failure; its details open in a dialog. */
    public void failure(String title, Problem problem) {
        Button details = new Button("Details");
        details.getStyleClass().add("small");
        details.setOnAction(event -> dialogs.problem(title, problem));
        show(Icons.WARNING.node(), true, problem.sentence(), Optional.of(details));
    }

    /** Shows a failure of drawing, which {@link #drawn()} takes away. */
    public void drawingFailure(String title, Problem problem) {
        failure(title, problem);
        drawingFailed = true;
    }

    /** Shows what came about. */
    public void info(String sentence, Optional<Action> action) {
        Optional<Button> button = action.map(what -> {
            Button made = new Button(what.verb());
            made.setId("notice-action");
            made.getStyleClass().add("small");
            made.setOnAction(event -> what.run().run());
            return made;
        });
        show(Icons.INFO.node(), false, sentence, button);
    }

    private void show(FontIcon icon, boolean failure, String sentence, Optional<Button> button) {
        drawingFailed = false;
        pseudoClassStateChanged(FAILURE, failure);
        text.setText(sentence);
        getChildren().setAll(icon, text);
        button.ifPresent(getChildren()::add);
        getChildren().add(close);
        setManaged(true);
        setVisible(true);
    }

    /** Drawing works again: takes away its failure; other notices stay. */
    public void drawn() {
        if (drawingFailed) {
            clear();
        }
    }

    /** Takes away whatever is shown. */
    public void clear() {
        drawingFailed = false;
        setManaged(false);
        setVisible(false);
    }

    /** The sentence that is shown; empty without one. */
    public String sentence() {
        return isVisible() ? text.getText() : "";
    }
}
