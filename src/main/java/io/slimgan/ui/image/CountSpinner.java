package io.slimgan.ui.image;

import java.util.function.IntConsumer;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory.IntegerSpinnerValueFactory;
import javafx.scene.control.TextFormatter;
import javafx.scene.control.Tooltip;
import javafx.util.converter.IntegerStringConverter;

/** A whole number in a range, typed or stepped; what is no number, or out of range, is put right at once. FX thread. */
public final class CountSpinner extends Spinner<Integer> {

    private boolean setting;

    /** @param onChange called with the new number after each change by the user */
    public CountSpinner(String id, String explanation, int least, int most, int first, IntConsumer onChange) {
        IntegerSpinnerValueFactory numbers = new IntegerSpinnerValueFactory(least, most, first);
        // A string that is no number must not reach the factory's own converter, which throws.
        numbers.setConverter(new IntegerStringConverter() {
            @Override
            public Integer fromString(String text) {
                return text.isBlank()
                        ? numbers.getValue()
                        : Math.max(least, Math.min(most, Integer.parseInt(text.strip())));
            }
        });
        setValueFactory(numbers);
        setId(id);
        setEditable(true);
        setPrefWidth(80);
        setMinWidth(80);
        setTooltip(new Tooltip(explanation));
        getEditor().setAccessibleText(explanation);
        getEditor()
                .setTextFormatter(
                        new TextFormatter<>(change -> change.getControlNewText().matches("\\d{0,4}") ? change : null));
        valueProperty().addListener((value, before, now) -> {
            if (!setting) {
                onChange.accept(now);
            }
        });
        focusedProperty().addListener((focused, before, now) -> {
            if (!now) {
                commitValue();
                getEditor().setText(Integer.toString(getValue()));
            }
        });
    }

    /** Shows a number without telling. */
    public void show(int number) {
        setting = true;
        getValueFactory().setValue(number);
        setting = false;
    }
}
