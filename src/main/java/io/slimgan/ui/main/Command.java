package io.slimgan.ui.main;

import io.slimgan.ui.common.Icons;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;

/**
 * Something that the user can do, told once and shown in menus and tool bars alike.
 *
 * @param id the node's id in the tool bar
 * @param text the verb
 * @param hint one sentence for the tool tip
 * @param icon beside the verb
 * @param keys the shortcut
 * @param enabled whether it makes sense just now
 * @param action what it does
 */
record Command(
        String id,
        String text,
        String hint,
        Icons icon,
        Optional<KeyCombination> keys,
        ObservableBooleanValue enabled,
        Runnable action) {

    /** An entry of a menu, which shows the shortcut and makes it work. */
    MenuItem menuItem() {
        MenuItem item = new MenuItem(text, icon.node());
        item.setId("menu-" + id);
        item.setMnemonicParsing(false);
        keys.ifPresent(item::setAccelerator);
        item.disableProperty().bind(Bindings.not(enabled));
        item.setOnAction(event -> action.run());
        return item;
    }

    /** A button of the tool bar with its verb. */
    Button button() {
        Button button = new Button(text, icon.node());
        button.setId(id);
        button.setMnemonicParsing(false);
        button.setAccessibleText(text);
        button.setTooltip(new Tooltip(
                hint + keys.map(k -> "  (" + k.getDisplayText() + ")").orElse("")));
        button.disableProperty().bind(Bindings.not(enabled));
        button.setOnAction(event -> action.run());
        return button;
    }

    /** A button of the tool bar that shows its picture alone. */
    Button iconButton() {
        Button button = button();
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        return button;
    }
}
