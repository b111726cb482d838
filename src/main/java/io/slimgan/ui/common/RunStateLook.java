package io.slimgan.ui.common;

import io.slimgan.base.RunState;
import java.util.Locale;
import javafx.scene.control.Label;

/** How a run's state is told: one word and one colour, the same in the tool bar and in the list of runs. */
public final class RunStateLook {

    private RunStateLook() {}

    /** The state in one word. */
    public static String words(RunState state) {
        return switch (state) {
            case PREPARING -> "Preparing";
            case RUNNING -> "Training";
            case PAUSED -> "Paused";
            case STOPPED -> "Stopped";
            case FINISHED -> "Finished";
            case FAILED -> "Failed";
        };
    }

    /** Makes a label a badge of this state. */
    public static void dress(Label label, RunState state, String words) {
        label.setText(words);
        label.getStyleClass().removeIf(name -> name.startsWith("state-"));
        label.getStyleClass().add("state-" + state.name().toLowerCase(Locale.ROOT));
        if (!label.getStyleClass().contains("state-badge")) {
            label.getStyleClass().add("state-badge");
        }
    }
}
