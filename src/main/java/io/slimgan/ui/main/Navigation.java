package io.slimgan.ui.main;

import io.slimgan.ui.common.FeaturePane;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The rail at the left: one button per page, the shown one is marked. */
final class Navigation extends VBox {

    private final List<ToggleButton> buttons = new ArrayList<>();

    Navigation(List<FeaturePane> pages, IntConsumer onChosen) {
        getStyleClass().add("navigation");
        ToggleGroup group = new ToggleGroup();
        for (int i = 0; i < pages.size(); i++) {
            int index = i;
            FontIcon icon = pages.get(i).icon().node();
            icon.setIconSize(22);
            ToggleButton button = new ToggleButton(pages.get(i).title(), icon);
            button.setId("page-" + i);
            button.setContentDisplay(ContentDisplay.TOP);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setToggleGroup(group);
            button.setTooltip(new Tooltip(
                    pages.get(i).title() + "  (" + MainMenu.pageKeys(i).getDisplayText() + ")"));
            // A click on the marked button must not unmark it: the page stays where it is.
            button.setOnAction(event -> onChosen.accept(index));
            buttons.add(button);
        }
        getChildren().addAll(buttons);
    }

    /** Marks no page: a form stands in front of them. */
    void markNone() {
        buttons.forEach(button -> button.setSelected(false));
    }

    /** Marks a page. */
    void mark(int index) {
        buttons.get(index).setSelected(true);
    }
}
