package io.slimgan.ui.form;

import io.slimgan.ui.common.Formats;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.scene.control.TextField;

/** A typed whole number in a range. FX thread. */
public final class WholeNumber extends TextField {

    private final String what;
    private final int least;
    private final int most;
    private boolean optional;

    /**
     * @param text at first
     * @param what begins the sentence about a wrong one: "A seed is"
     * @param onChange called after each change of the text
     */
    public WholeNumber(String id, String text, String what, int least, int most, Runnable onChange) {
        super(text);
        this.what = what;
        this.least = least;
        this.most = most;
        setId(id);
        textProperty().addListener(typed -> onChange.run());
    }

    /** May be left out from now on, which the prompt tells the meaning of. */
    public WholeNumber optional(String prompt) {
        optional = true;
        setPromptText(prompt);
        return this;
    }

    /** The number; empty where there is none in the range. */
    public OptionalInt number() {
        try {
            int typed = Integer.parseInt(getText().strip().replace(",", ""));
            return typed >= least && typed <= most ? OptionalInt.of(typed) : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    /** What is wrong with it, if anything. */
    public Optional<String> problem() {
        boolean left = optional && getText().isBlank();
        return left || number().isPresent()
                ? Optional.empty()
                : Optional.of(
                        what + " a whole number from " + Formats.count(least) + " to " + Formats.count(most) + ".");
    }
}
