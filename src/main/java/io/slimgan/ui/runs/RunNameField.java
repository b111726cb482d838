package io.slimgan.ui.runs;

import io.slimgan.runs.RunNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The new run's name: one that is free is proposed, until the user types another. */
final class RunNameField extends VBox {

    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("danger");

    private final Supplier<Path> workspace;
    private final TextField field = new TextField();
    private final Label hint = new Label();
    private final ReadOnlyObjectWrapper<Optional<String>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private String proposed = "";
    private String wished = "";

    RunNameField(Supplier<Path> workspace) {
        this.workspace = workspace;
        getStyleClass().add("field-row");
        field.setId("run-name-field");
        hint.setId("run-name-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        Label label = new Label("Name of the run");
        label.getStyleClass().add("field-label");
        label.setLabelFor(field);
        getChildren().addAll(label, field, hint);
        field.textProperty().addListener((observable, before, now) -> check());
    }

    String text() {
        return field.getText().strip();
    }

    /** The name to make those of several runs from: what was proposed without the number that made it free. */
    String wish() {
        return text().equals(proposed) ? wished : text();
    }

    /** Why the name cannot be used. */
    ReadOnlyObjectProperty<Optional<String>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Proposes a free name made from {@code wish}, unless the user has typed one. */
    void propose(String wish) {
        if (text().isEmpty() || text().equals(proposed)) {
            wished = wish;
            proposed = RunNames.propose(workspace.get(), wish);
            field.setText(proposed);
        }
        check();
    }

    private void check() {
        Path folder = workspace.get();
        Optional<String> wrong = RunNames.problem(text())
                .or(() -> Files.exists(folder.resolve(text()))
                        ? Optional.of("There is already a run called “" + text()
                                + "” in this workspace; choose another name.")
                        : Optional.empty());
        hint.setText(wrong.orElse("Its folder lies in " + folder));
        hint.setTooltip(new Tooltip(folder.toString()));
        hint.getStyleClass().setAll("label", wrong.isPresent() ? "field-error" : "field-hint");
        field.pseudoClassStateChanged(ERROR, wrong.isPresent());
        problem.set(wrong);
    }
}
