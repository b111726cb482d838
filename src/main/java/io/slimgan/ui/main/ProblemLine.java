package io.slimgan.ui.main;

import io.slimgan.session.Problem;
import io.slimgan.ui.common.Icons;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.javafx.FontIcon;

/** What went wrong with the shown run: one line below the tool bar, with its details at hand. */
final class ProblemLine extends HBox {

    private final Label sentence = new Label();
    private Optional<Problem> shown = Optional.empty();
    private Optional<Problem> dismissed = Optional.empty();

    ProblemLine(Consumer<Problem> onDetails) {
        setId("problem-line");
        getStyleClass().add("problem-line");
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(10);
        FontIcon icon = Icons.WARNING.node();
        icon.getStyleClass().add("warning-icon");
        sentence.setId("problem-sentence");
        sentence.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(sentence, Priority.ALWAYS);
        Button details = new Button("Details");
        details.setId("problem-details-button");
        details.setMinWidth(USE_PREF_SIZE);
        details.setOnAction(event -> shown.ifPresent(onDetails));
        Button dismiss = new Button("Dismiss");
        dismiss.setId("problem-dismiss");
        dismiss.setMinWidth(USE_PREF_SIZE);
        dismiss.setOnAction(event -> {
            dismissed = shown;
            show(shown);
        });
        getChildren().addAll(icon, sentence, details, dismiss);
        show(Optional.empty());
    }

    /** Shows the problem of the run as it stands, unless the user has put this one away. */
    void show(Optional<Problem> problem) {
        shown = problem;
        if (problem.isEmpty()) {
            dismissed = Optional.empty();
        }
        boolean visible = problem.isPresent() && !problem.equals(dismissed);
        setVisible(visible);
        setManaged(visible);
        problem.ifPresent(p -> {
            sentence.setText(p.sentence());
            sentence.setTooltip(new Tooltip(p.sentence()));
        });
    }
}
