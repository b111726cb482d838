package io.slimgan.ui.form;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** One line of the form: its label, its editor, and below them what is wrong while something is. FX thread. */
public final class FormLine extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("danger");
    private static final double LABEL = 100;

    private final Node editor;
    private final Label mistake = new Label();

    /** @param id of the line below the editor, {@code error-} before it */
    public FormLine(String id, String label, Node editor, String help) {
        super(3);
        this.editor = editor;
        Label name = new Label(label);
        name.getStyleClass().add("form-label");
        name.setMinWidth(LABEL);
        name.setPrefWidth(LABEL);
        name.setLabelFor(editor);
        Tooltip tip = new Tooltip(help);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        tip.setShowDelay(Duration.millis(300));
        Tooltip.install(name, tip);
        HBox.setHgrow(editor, Priority.ALWAYS);
        if (editor instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        HBox line = new HBox(name, editor);
        boolean tall = editor instanceof GridPane || editor instanceof VBox;
        line.setAlignment(tall ? Pos.TOP_LEFT : Pos.CENTER_LEFT);
        mistake.setId("error-" + id);
        mistake.getStyleClass().add("field-error");
        mistake.setWrapText(true);
        mistake.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(line, mistake);
        show(Optional.empty());
    }

    /** Says what is wrong, or nothing. */
    public void show(Optional<String> problem) {
        mistake.setText(problem.orElse(""));
        mistake.setManaged(problem.isPresent());
        mistake.setVisible(problem.isPresent());
        editor.pseudoClassStateChanged(ERROR, problem.isPresent());
    }

    /** Whether the line is there at all. */
    public void setShown(boolean shown) {
        setManaged(shown);
        setVisible(shown);
    }
}
