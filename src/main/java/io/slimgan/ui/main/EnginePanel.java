package io.slimgan.ui.main;

import io.slimgan.base.ProgramVersion;
import io.slimgan.session.EngineInfo;
import io.slimgan.session.EngineRoom;
import io.slimgan.session.Problem;
import io.slimgan.ui.common.Dialogs;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Fx;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Window;

/** What computes, in a dialog: it shows at once and fills when the engine has answered, loading it if need be. */
final class EnginePanel {

    private static final double WIDEST = 380;

    private EnginePanel() {}

    static void show(EngineRoom room, Dialogs dialogs) {
        StackPane content = new StackPane(new ProgressIndicator());
        content.setId("engine-panel");
        content.setMinSize(420, 190);
        dialogs.show("Engine", content);
        Fx.whenDone(room.engineInfo(), info -> fill(content, facts(info, room)), thrown -> {
            Problem problem = Problem.of("Loading the engine", thrown);
            Label sentence = new Label(problem.sentence());
            sentence.setWrapText(true);
            fill(content, sentence);
            dialogs.problem("The engine does not work", problem);
        });
    }

    /** The facts take more room than the sign of waiting did. */
    private static void fill(StackPane content, Node node) {
        content.getChildren().setAll(node);
        Optional.ofNullable(content.getScene()).map(Scene::getWindow).ifPresent(Window::sizeToScene);
    }

    private static Node facts(EngineInfo info, EngineRoom room) {
        GridPane grid = new GridPane(24, 8);
        row(grid, "Engine", info.engine());
        row(grid, "Binding", info.binding());
        row(grid, "Device", info.device());
        row(grid, "Threads of a step", Integer.toString(info.threads()));
        row(grid, "Memory of this program", Formats.bytes(info.residentBytes()));
        row(grid, "Memory of this machine", Formats.bytes(info.totalMemoryBytes()));
        row(grid, "Java", info.javaVersion());
        row(grid, "SlimGAN Explorer", ProgramVersion.current());
        Label features = new Label("Looking…");
        features.setId("engine-features");
        features.setMaxWidth(WIDEST);
        features.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        row(grid, "Feature networks", features);
        Fx.whenDone(
                room.featureWeights().find(),
                file -> showFeatures(features, file),
                thrown -> features.setText(
                        Problem.of("Looking for weights", thrown).sentence()));
        return grid;
    }

    private static void showFeatures(Label label, Optional<Path> weights) {
        label.setText(weights.map(file -> "Built-in, " + file.getFileName()).orElse("Built-in"));
        label.setTooltip(new Tooltip(weights.map(Path::toString)
                .orElse("Choose or download weights on the Quality page, or drop their file.")));
    }

    private static void row(GridPane grid, String name, String value) {
        row(grid, name, new Label(value));
    }

    private static void row(GridPane grid, String name, Label value) {
        Label caption = new Label(name);
        caption.getStyleClass().add("caption");
        caption.setMinWidth(Region.USE_PREF_SIZE);
        grid.addRow(grid.getRowCount(), caption, value);
    }
}
