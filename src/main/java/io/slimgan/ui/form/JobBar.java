package io.slimgan.ui.form;

import atlantafx.base.theme.Styles;
import io.slimgan.session.EvaluationProgress;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Icons;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The button that starts work, and while it lasts, how far it is and the button that ends it. FX thread. */
public final class JobBar extends VBox {

    private final Button start;
    private final Button cancel = new Button("Cancel", Icons.CLOSE.node());
    private final ProgressBar bar = new ProgressBar();
    private final Label activity = new Label();

    /**
     * @param id of the button; those of the other parts begin with it: {@code -cancel}, {@code -progress},
     *     {@code -activity}
     * @param verb on the button, which Enter presses too
     */
    public JobBar(String id, String verb, Icons icon, String explanation, Runnable onStart, Runnable onCancel) {
        super(8);
        getStyleClass().add("form-foot");
        start = new Button(verb, icon.node());
        start.setId(id);
        start.getStyleClass().add(Styles.ACCENT);
        start.setDefaultButton(true);
        start.setTooltip(new Tooltip(explanation + "  (Enter)"));
        start.setOnAction(event -> onStart.run());
        start.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(start, Priority.ALWAYS);
        cancel.setId(id + "-cancel");
        cancel.setTooltip(new Tooltip("End it; what is done until now is kept"));
        cancel.setOnAction(event -> onCancel.run());
        cancel.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(cancel, Priority.ALWAYS);
        bar.setId(id + "-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        activity.setId(id + "-activity");
        activity.getStyleClass().add("field-hint");
        activity.setWrapText(true);
        activity.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(activity, bar, new HBox(8, start, cancel));
        idle();
    }

    /** Nothing is being done. */
    public void idle() {
        shown(false);
    }

    /** Something is; {@code subject} stands before the activity, to tell which of several it is of. */
    public void busy(EvaluationProgress progress, String subject, boolean cancelling) {
        shown(true);
        cancel.setDisable(cancelling);
        String counted = progress.total() > 0
                ? ": " + Formats.count(progress.done()) + " of " + Formats.count(progress.total()) + " images"
                : "";
        activity.setText(cancelling ? "Ending with the images in work…" : subject + progress.activity() + counted);
        bar.setProgress(
                progress.total() > 0
                        ? Math.min(1, (double) progress.done() / progress.total())
                        : ProgressBar.INDETERMINATE_PROGRESS);
    }

    /** Something that is not counted in images is. */
    public void busy(EvaluationProgress progress, boolean cancelling) {
        busy(progress, "", cancelling);
        // Of how many is not known while a folder is listed.
        String found = progress.total() == 0 && progress.done() > 0 ? ": " + Formats.count(progress.done()) : "";
        activity.setText(cancelling ? "Ending…" : progress.activity() + found + "…");
    }

    private void shown(boolean busy) {
        start.setManaged(!busy);
        start.setVisible(!busy);
        cancel.setManaged(busy);
        cancel.setVisible(busy);
        bar.setManaged(busy);
        bar.setVisible(busy);
        activity.setManaged(busy);
        activity.setVisible(busy);
    }
}
