package io.slimgan.ui.runs;

import io.slimgan.config.Change;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsDiff;
import io.slimgan.config.SettingsField;
import io.slimgan.config.SettingsSchema;
import io.slimgan.ui.common.FilePicker;
import io.slimgan.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/** The settings that a run may go on with differently, and how they differ from what it had. FX thread. */
public final class ResumeForm extends VBox {

    private static final List<String> EDITABLE = List.of(
            "training.steps",
            "training.optimizer.learning_rate",
            "training.distillation_weight",
            "engine.threads",
            "logging.scalars_every_steps",
            "logging.samples_every_steps",
            "checkpoints.every_steps",
            "checkpoints.every_minutes");

    private final RunSettings before;
    private final SettingsDraft draft;
    private final Label difference = new Label();

    /** {@code before} are the run's settings so far. */
    public ResumeForm(RunSettings before, FilePicker files) {
        super(16);
        this.before = before;
        draft = new SettingsDraft(before);
        setId("resume-form");
        setPrefWidth(620);
        getStyleClass().add("resume-form");
        getStylesheets().add(Theme.sheetBeside(ResumeForm.class, "runs.css"));
        GridPane grid = new GridPane(24, 14);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        List<SettingsField> fields = new ArrayList<>();
        EDITABLE.forEach(path -> fields.add(SettingsSchema.field(path)));
        for (int i = 0; i < fields.size(); i++) {
            grid.add(new FieldRow(fields.get(i), draft, files), i % 2, i / 2);
        }
        difference.setId("resume-difference");
        difference.setWrapText(true);
        difference.setMinHeight(USE_PREF_SIZE);
        difference.getStyleClass().add("caption");
        getChildren().addAll(grid, difference);
        draft.reading().addListener((observable, old, now) -> showDifference());
        showDifference();
    }

    /** Whether the run can go on with what stands here. */
    public BooleanBinding valid() {
        return Bindings.createBooleanBinding(() -> settings().isPresent(), draft.reading());
    }

    /** The settings to go on with; empty while something is wrong. */
    public Optional<RunSettings> settings() {
        return draft.reading().get().settings();
    }

    private void showDifference() {
        List<Change> changes =
                settings().map(now -> SettingsDiff.between(before, now)).orElse(List.of());
        difference.setText(
                changes.isEmpty()
                        ? "Nothing differs from the settings so far."
                        : changes.stream()
                                .map(change -> SettingsSchema.field(change.path())
                                                .label() + ": " + change.from() + " → " + change.to())
                                .collect(Collectors.joining("\n")));
    }
}
