package io.slimgan.ui.runs;

import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.RunNames;
import io.slimgan.runs.queue.Seeds;
import io.slimgan.runs.queue.SweepRun;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.Fx;
import io.slimgan.ui.common.Icons;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The seeds and the button that put the form's settings into the queue, a run for each seed. FX thread. */
final class QueueAdding extends VBox {

    private static final String OWN = "A run is queued for each seed; without any, for the form’s own.";
    private static final int NAMES_TOLD = 3;

    private final Dialogs dialogs;
    private final NewRunForm.Handler handler;
    private final TextField seeds = new TextField();
    private final Button add = new Button("Add to queue", Icons.QUEUE.node());
    private final Label hint = new Label();
    private Supplier<String> name = () -> "";
    private Optional<RunSettings> settings = Optional.empty();
    private boolean adding;

    QueueAdding(Dialogs dialogs, NewRunForm.Handler handler) {
        this.dialogs = dialogs;
        this.handler = handler;
        getStyleClass().add("field-row");
        seeds.setId("queue-seeds");
        seeds.setPromptText("0, 1, 2");
        seeds.setPrefColumnCount(8);
        seeds.setTooltip(new Tooltip("A run is queued for each of these seeds, such as 0, 1, 2 or 0-4"));
        HBox.setHgrow(seeds, Priority.ALWAYS);
        seeds.textProperty().addListener((observable, before, now) -> refresh());
        seeds.setOnAction(event -> add.fire());
        add.setId("queue-add");
        add.setMinWidth(USE_PREF_SIZE);
        add.setOnAction(event -> settings.ifPresent(this::enqueue));
        hint.setId("queue-hint");
        hint.setWrapText(true);
        hint.setMinHeight(USE_PREF_SIZE);
        Label label = new Label("Seeds");
        label.getStyleClass().add("field-label");
        label.setLabelFor(seeds);
        label.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, label, seeds, add);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(line, hint);
        refresh();
    }

    /** What would be queued: the form's name, and its settings while nothing is wrong with them. */
    void offer(Supplier<String> formName, Optional<RunSettings> formSettings) {
        name = formName;
        settings = formSettings;
        refresh();
    }

    private void refresh() {
        Optional<String> wrong = problem();
        add.setDisable(adding || settings.isEmpty() || wrong.isPresent());
        say(wrong.orElse(OWN), wrong.isPresent());
    }

    private Optional<String> problem() {
        try {
            List<Long> numbers = Seeds.parse(seeds.getText());
            long longest = numbers.stream().mapToLong(Long::longValue).max().orElse(0);
            return name.get().isEmpty() ? Optional.empty() : RunNames.problem(SweepRun.name(name.get(), longest));
        } catch (UserError e) {
            return Optional.of(e.sentence());
        }
    }

    private void enqueue(RunSettings chosen) {
        adding = true;
        refresh();
        Fx.whenDone(
                handler.enqueue(name.get(), chosen, Seeds.parse(seeds.getText())),
                names -> {
                    adding = false;
                    refresh();
                    say(told(names), false);
                },
                thrown -> {
                    adding = false;
                    refresh();
                    dialogs.problem("The run was not queued", Problem.of("Queueing the run", thrown));
                });
    }

    private String told(List<String> names) {
        String some = String.join(", ", names.subList(0, Math.min(NAMES_TOLD, names.size())));
        String all = names.size() > NAMES_TOLD ? some + " and " + (names.size() - NAMES_TOLD) + " more" : some;
        return "Queued " + all + ". "
                + (handler.trains()
                        ? "The next begins when the run in training has ended."
                        : "Start the queue on the page Runs.");
    }

    private void say(String words, boolean wrong) {
        hint.setText(words);
        hint.getStyleClass().setAll("label", wrong ? "field-error" : "field-hint");
    }
}
