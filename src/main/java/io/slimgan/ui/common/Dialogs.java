package io.slimgan.ui.common;

import io.slimgan.session.Problem;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** Every question and message of the window goes through here, so that tests can answer. FX thread. None blocks. */
public interface Dialogs {

    /** Shows a failure: its sentence, and the details folded away with a button that copies them. */
    void problem(String title, Problem problem);

    /** Shows a remark. */
    void info(String title, String text);

    /** Asks before something; {@code onYes} runs if the user says so. {@code yes} is the verb on the button. */
    void confirm(String title, String question, String yes, Runnable onYes);

    /** Asks for a line of text. */
    void text(String title, String label, String initial, Consumer<String> onText);

    /** Asks which way to go on. The first choice is the default; there is always a "Cancel" that does nothing. */
    void choose(String title, String question, List<Choice> choices);

    /** Shows a small form. The button {@code yes} can be pressed while {@code valid} holds, and runs {@code onYes}. */
    void form(String title, Node content, String yes, ObservableBooleanValue valid, Runnable onYes);

    /** Shows something to read. */
    void show(String title, Node content);

    /**
     * One way to go on.
     *
     * @param label the verb on the button
     * @param action what it does
     */
    record Choice(String label, Runnable action) {}
}
