package io.slimgan.ui.main;

import io.slimgan.base.RunState;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.RunStateLook;
import java.util.List;
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

    private final Label step = figure("status-step", "Finished generator updates of the whole run");
    private final ProgressBar progress = new ProgressBar(0);
    private final Label speed = figure("status-speed", "Speed over the last seconds");
    private final Label left = figure("status-left", "Time left until the last step at this speed");
    private final Label device = figure("status-device", "What trains");
    private final Label memory = figure("status-memory", "Memory of this program");
    private final List<Label> figures = List.of(step, speed, left, device, memory);

    private final HBox box = new HBox(8, progress, step, bar(), speed, bar(), left, bar(), device, bar(), memory);

    StatusStrip() {
        setId("status-bar");
        progress.setId("status-progress");
        progress.setPrefWidth(150);
        box.setAlignment(Pos.CENTER_RIGHT);
        getRightItems().add(box);
        show(Standing.none());
    }

    /** Shows where the run stands. */
    void show(Standing standing) {
        setText(words(standing));
        boolean run = standing.hasRun();
        box.setVisible(run);
        if (!run) {
            return;
        }
        boolean preparing = standing.state() == RunState.PREPARING;
        double done = standing.total() == 0 ? 0 : (double) standing.step() / standing.total();
        progress.setProgress(preparing ? ProgressBar.INDETERMINATE_PROGRESS : done);
        step.setText("step " + Formats.count(standing.step()) + " / " + Formats.count(standing.total()));
        boolean running = standing.state() == RunState.RUNNING && standing.stepsPerSecond() > 0;
        speed.setText(running ? Formats.speed(standing.stepsPerSecond()) : "– steps/s");
        left.setText("ETA "
                + (running ? standing.secondsLeft().map(Formats::duration).orElse("–") : "–"));
        device.setText(standing.device().isBlank() ? "no device" : standing.device());
        memory.setText(standing.residentBytes() > 0 ? Formats.bytes(standing.residentBytes()) : "– MiB");
        figures.forEach(figure -> figure.setMinWidth(Label.USE_PREF_SIZE));
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
        return label;
    }

    private static Separator bar() {
        return new Separator(Orientation.VERTICAL);
    }
}
