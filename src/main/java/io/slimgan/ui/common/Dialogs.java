package io.slimgan.ui.common;

import io.slimgan.session.Problem;
import java.util.function.Consumer;

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
}
