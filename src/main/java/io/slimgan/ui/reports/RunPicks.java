package io.slimgan.ui.reports;

import io.slimgan.report.mic.MicReport;
import io.slimgan.session.EvaluationSubject;
import io.slimgan.ui.image.Choice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The runs with a box each and a choice of checkpoints; up to four go into a report, told in order. FX thread. */
final class RunPicks extends VBox {

    private static final double ROW = 38;

    private final Runnable onChange;
    private final Map<Path, OptionalLong> chosen = new LinkedHashMap<>();
    private List<RunChoices> runs = List.of();

    /** @param onChange called when other runs are chosen */
    RunPicks(Runnable onChange) {
        super(2);
        this.onChange = onChange;
        setId("report-runs");
    }

    /** Lists these; what was chosen stays where it is still there. */
    void list(List<RunChoices> found) {
        if (!found.equals(runs)) {
            runs = found;
            chosen.keySet()
                    .removeIf(folder ->
                            found.stream().noneMatch(run -> run.folder().equals(folder)));
            draw();
        }
    }

    /** Chooses this run alone, at its newest checkpoint. */
    void chooseOnly(Path folder) {
        chosen.clear();
        chosen.put(folder, OptionalLong.empty());
        draw();
        onChange.run();
    }

    /** What is chosen, in the order in which it was. */
    List<EvaluationSubject.Checkpoint> chosen() {
        return chosen.entrySet().stream()
                .map(entry -> new EvaluationSubject.Checkpoint(entry.getKey(), entry.getValue()))
                .toList();
    }

    private void draw() {
        List<Node> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            rows.add(row(runs.get(i), i));
        }
        getChildren().setAll(rows);
    }

    private Node row(RunChoices run, int index) {
        CheckBox box = new CheckBox(run.name());
        box.setId("report-run-" + index);
        box.setMnemonicParsing(false);
        box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        box.setMinWidth(80);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setTooltip(new Tooltip(run.folder().toString()));
        box.setSelected(chosen.containsKey(run.folder()));
        boolean full = chosen.size() >= MicReport.MOST_RUNS && !box.isSelected();
        box.setDisable(run.checkpoints().isEmpty() || full);
        HBox.setHgrow(box, Priority.ALWAYS);
        HBox line = new HBox(12, box);
        line.getStyleClass().add("report-run");
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinHeight(ROW);
        if (run.checkpoints().isEmpty()) {
            Label none = new Label("no checkpoint yet");
            none.getStyleClass().add("field-hint");
            none.setMinWidth(USE_PREF_SIZE);
            line.getChildren().add(none);
        } else {
            line.getChildren().add(checkpoints(run, box.isSelected(), index));
        }
        box.setOnAction(event -> {
            toggle(run, box.isSelected());
            refocus(index);
        });
        return line;
    }

    private Node checkpoints(RunChoices run, boolean selected, int index) {
        Choice<RunChoices.Checkpoint> list = new Choice<>(
                "report-checkpoint-" + index,
                "Which checkpoint is reported on",
                run.checkpoints(),
                RunChoices.Checkpoint::words,
                () -> {});
        list.setPrefWidth(210);
        list.setMinWidth(150);
        list.setDisable(!selected);
        OptionalLong step = chosen.getOrDefault(run.folder(), OptionalLong.empty());
        run.checkpoints().stream()
                .filter(checkpoint -> checkpoint.step().equals(step))
                .findFirst()
                .ifPresent(list::setValue);
        list.valueProperty().addListener((value, before, now) -> chosen.put(run.folder(), now.step()));
        return list;
    }

    private void toggle(RunChoices run, boolean on) {
        if (on) {
            chosen.put(run.folder(), OptionalLong.empty());
        } else {
            chosen.remove(run.folder());
        }
        draw();
        onChange.run();
    }

    /** The rows were made anew: the key that set a box must be able to clear it. */
    private void refocus(int index) {
        Node box = lookup("#report-run-" + index);
        if (box != null) {
            box.requestFocus();
        }
    }
}
