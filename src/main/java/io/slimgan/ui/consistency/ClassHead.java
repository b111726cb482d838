package io.slimgan.ui.consistency;

import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The class above a column; a click draws all columns in it. Stands upright where the column is narrow. */
final class ClassHead extends Region {

    private static final double LINE = 18;

    /** Longer names are cut; the tooltip has them whole. */
    private static final double MOST = 96;

    /** As the style sheet says. */
    private static final double SIZE = 11;

    private final SheetActions actions;
    private final Label name = new Label();
    private final Group turned = new Group(name);
    private final Tooltip tooltip = new Tooltip();
    private int label;
    private boolean upright;

    ClassHead(SheetActions actions) {
        this.actions = actions;
        getStyleClass().add("class-head");
        name.getStyleClass().add("class-name");
        name.setMinWidth(0);
        name.setTooltip(tooltip);
        name.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                actions.chooseClass(label);
            }
        });
        getChildren().add(turned);
    }

    /** The length of a name on the screen. */
    static double length(String name) {
        Text text = new Text(name);
        text.setFont(Font.font(Font.getDefault().getFamily(), SIZE));
        return Math.min(MOST, Math.ceil(text.getLayoutBounds().getWidth()) + 2);
    }

    /** The height of heads above cells of this size whose longest name is so long; 0 without classes. */
    static double height(int cell, double longest) {
        if (longest <= 0) {
            return 0;
        }
        return longest > cell ? longest + 6 : LINE;
    }

    void show(int at, SheetColumn column, int cell, double longest) {
        label = column.label();
        upright = longest > cell;
        name.setId("class-" + at);
        name.setText(column.className());
        name.setRotate(upright ? -90 : 0);
        name.setMaxWidth(upright ? longest : cell);
        name.setAccessibleText("Column " + (at + 1) + ", " + column.className());
        tooltip.setText(column.className() + "\nClick to draw all columns in this class");
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        turned.autosize();
        double wide = turned.getLayoutBounds().getWidth();
        double high = turned.getLayoutBounds().getHeight();
        turned.relocate((getWidth() - wide) / 2, upright ? getHeight() - high - 2 : (getHeight() - high) / 2);
    }
}
