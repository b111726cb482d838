package io.slimgan.ui.main;

import io.slimgan.base.RunState;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.RunStateLook;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.StatusBar;

/** The bar at the bottom: state, step with progress, speed, time left, device and memory. */
final class StatusStrip extends StatusBar {

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");

    private final Label step = figure("status-step", "Finished generator updates of the whole run");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label speed = figure("status-speed", "Speed over the last seconds");
    private final Label left = figure("status-left", "Time left until the last step at this speed");
    private final Label device = figure("status-device", "What trains");
    private final Label measuring =
            figure("status-measuring", "What is measured beside training, with a small share of the time");
    private final Label memory = figure("status-memory", "Memory of this program");
    private final List<Label> figures = List.of(step, speed, left, measuring, device, memory);

    private boolean warned;

    private final HBox box = new HBox(8, progress);

    StatusStrip() {
        setId("status-bar");
        progress.setId("status-progress");
        progress.setPrefWidth(150);
        progress.setMinWidth(60);
        box.setAlignment(Pos.CENTER_RIGHT);
        for (Label figure : figures) {
            Separator bar = new Separator(Orientation.VERTICAL);
            bar.setVisible(figure != step);
            bar.managedProperty().bind(figure.managedProperty());
            bar.opacityProperty()
                    .bind(Bindings.when(figure.managedProperty()).then(1).otherwise(0));
            box.getChildren().addAll(bar, figure);
        }
        getRightItems().add(box);
        show(Standing.none());
    }

    /** Shows where the run stands; what is not known is left out. */
    void show(Standing standing) {
        boolean elsewhere = standing.trainer() == Standing.Trainer.ELSEWHERE;
        boolean warns =
                !standing.warning().isEmpty() && (elsewhere || standing.doing().isBlank());
        setText(warns ? standing.warning() : words(standing));
        if (warns != warned) {
            warned = warns;
            setGraphic(warns ? Icons.WARNING.node() : null);
            pseudoClassStateChanged(WARNING, warns);
        }
        box.setVisible(standing.hasRun());
        boolean preparing = standing.state() == RunState.PREPARING;
        double done = standing.total() == 0 ? 0 : (double) standing.step() / standing.total();
        progress.setProgress(preparing ? ProgressBar.INDETERMINATE_PROGRESS : done);
        tell(step, "step " + Formats.count(standing.step()) + " / " + Formats.count(standing.total()));
        boolean here = standing.trainer() == Standing.Trainer.HERE;
        boolean running = here && standing.state() == RunState.RUNNING && standing.stepsPerSecond() > 0;
        tell(speed, running ? Formats.speed(standing.stepsPerSecond()) : "");
        tell(
                left,
                running
                        ? standing.secondsLeft()
                                .map(s -> "ETA " + Formats.duration(s))
                                .orElse("")
                        : "");
        tell(measuring, here ? standing.measuring() : "");
        tell(device, here ? standing.device() : "");
        tell(memory, here && standing.residentBytes() > 0 ? Formats.bytes(standing.residentBytes()) : "");
    }

    private static void tell(Label figure, String words) {
        figure.setText(words);
        figure.setManaged(!words.isBlank());
        figure.setVisible(!words.isBlank());
    }

    private static String words(Standing standing) {
        if (!standing.hasRun()) {
            return "Ready";
        }
        if (!standing.doing().isBlank()) {
            return standing.doing() + (standing.trainer() == Standing.Trainer.HERE ? "…" : "");
        }
        return RunStateLook.words(standing.state());
    }

    private static Label figure(String id, String hint) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("figure");
        label.setTooltip(new Tooltip(hint));
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }
}
