package io.slimgan.ui.image;

import io.slimgan.ui.common.Icons;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/** Buttons with an icon, an explanation and a name for the screen reader. FX thread. */
public final class Controls {

    private Controls() {}

    /** A button with an icon alone. */
    public static Button icon(Icons icon, String id, String explanation, Runnable action) {
        Button button = dressed(new Button("", icon.node()), id, explanation, action);
        button.getStyleClass().addAll("button-icon", "flat");
        return button;
    }

    /** A button with icon and text. */
    public static Button button(Icons icon, String id, String text, String explanation, Runnable action) {
        return dressed(new Button(text, icon.node()), id, explanation, action);
    }

    /** A switch with icon and text; the action runs after each change by the user. */
    public static ToggleButton toggle(Icons icon, String id, String text, String explanation, Runnable action) {
        return dressed(new ToggleButton(text, icon.node()), id, explanation, action);
    }

    private static <B extends ButtonBase> B dressed(B button, String id, String explanation, Runnable action) {
        button.setId(id);
        button.setTooltip(new Tooltip(explanation));
        button.setAccessibleText(button.getText().isEmpty() ? explanation : button.getText());
        button.setAccessibleHelp(explanation);
        button.setMinWidth(ButtonBase.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    /** Controls that stay together where a tool bar wraps. */
    public static HBox group(Node... controls) {
        HBox box = new HBox(6, controls);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }
}
