package io.slimgan.ui.image;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Tooltip;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A list to choose one value from, named by rule. FX thread. */
public final class Choice<T> extends ComboBox<T> {

    /** @param onChosen called after each change of the value */
    public Choice(String id, String explanation, List<T> values, Function<T, String> name, Runnable onChosen) {
        setId(id);
        setTooltip(new Tooltip(explanation));
        setAccessibleText(explanation);
        setConverter(new StringConverter<>() {
            // The list asks for the name of no value before the first is chosen.
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : name.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("The list is not typed into.");
            }
        });
        getItems().setAll(values);
        setValue(values.get(0));
        valueProperty().addListener((value, before, now) -> onChosen.run());
    }
}
