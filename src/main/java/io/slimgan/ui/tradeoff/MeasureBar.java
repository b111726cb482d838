package io.slimgan.ui.tradeoff;

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

/** The button that measures, and while it does, how far it is and the button that ends it. FX thread. */
final class MeasureBar extends VBox {

    private final Button measure = new Button("Measure", Icons.QUALITY.node());
    private final Button cancel = new Button("Cancel", Icons.CLOSE.node());
    private final ProgressBar bar = new ProgressBar();
    private final Label activity = new Label();

    MeasureBar(Runnable onMeasure, Runnable onCancel) {
        super(8);
        getStyleClass().add("measure-foot");
        measure.setId("measure");
        measure.getStyleClass().add(Styles.ACCENT);
        measure.setDefaultButton(true);
        measure.setTooltip(new Tooltip("Measure in the background; training goes on  (Enter)"));
        measure.setOnAction(event -> onMeasure.run());
        measure.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(measure, Priority.ALWAYS);
        cancel.setId("measure-cancel");
        cancel.setTooltip(new Tooltip("End the measurement; what was finished of it is kept"));
        cancel.setOnAction(event -> onCancel.run());
        cancel.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(cancel, Priority.ALWAYS);
        bar.setId("measure-progress");
        bar.setMaxWidth(Double.MAX_VALUE);
        activity.setId("measure-activity");
        activity.getStyleClass().add("field-hint");
        activity.setWrapText(true);
        activity.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(activity, bar, new HBox(8, measure, cancel));
        idle();
    }

    /** Nothing is being measured. */
    void idle() {
        shown(false);
    }

    /** Something is; {@code subject} tells of which run where that is not the one that is shown. */
    void busy(EvaluationProgress progress, String subject, boolean cancelling) {
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

    private void shown(boolean busy) {
        measure.setManaged(!busy);
        measure.setVisible(!busy);
        cancel.setManaged(busy);
        cancel.setVisible(busy);
        bar.setManaged(busy);
        bar.setVisible(busy);
        activity.setManaged(busy);
        activity.setVisible(busy);
    }
}
