package io.slimgan.ui.main;

import io.slimgan.base.RunState;
import io.slimgan.ui.common.OpenRun;
import io.slimgan.ui.common.RunStateLook;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Which run is shown and how it is, at the right of the tool bar; a long name is shortened in its middle. */
final class RunBadge extends HBox {

    private static final PseudoClass EMPTY = PseudoClass.getPseudoClass("empty");

    private final Label name = new Label();
    private final Label state = new Label();

    RunBadge() {
        name.setId("run-name");
        name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        name.getStyleClass().add("run-name");
        name.setMinWidth(64);
        state.setId("run-state");
        state.setMinWidth(USE_PREF_SIZE);
        setAlignment(Pos.CENTER_RIGHT);
        setSpacing(10);
        setMinWidth(120);
        setPrefWidth(120);
        setMaxWidth(Double.MAX_VALUE);
        getStyleClass().add("run-badge");
        getChildren().addAll(name, state);
    }

    void name(Optional<OpenRun> run) {
        name.setText(run.map(OpenRun::name).orElse("No run open"));
        name.setTooltip(run.map(r -> new Tooltip(r.folder().toString())).orElse(null));
        name.pseudoClassStateChanged(EMPTY, run.isEmpty());
    }

    void standing(Standing standing) {
        state.setVisible(standing.hasRun());
        state.setManaged(standing.hasRun());
        boolean elsewhere = standing.trainer() == Standing.Trainer.ELSEWHERE;
        boolean watched = elsewhere && !standing.doing().isBlank();
        // Who writes the run is a long story, for the status bar and the tool tip: the name needs the room.
        String words = watched ? shortly(standing) : RunStateLook.words(standing.state());
        RunStateLook.dress(state, standing.state(), words);
        state.setTooltip(watched ? new Tooltip(standing.doing()) : null);
    }

    private static String shortly(Standing standing) {
        return standing.state() == RunState.FAILED ? standing.doing() : "Watching";
    }
}
