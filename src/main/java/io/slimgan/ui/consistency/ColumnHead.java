package io.slimgan.ui.consistency;

import io.slimgan.ui.common.Icons;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** The seed above a column, to be copied and changed, and its lock. Stands upright where the column is narrow. */
final class ColumnHead extends Region {

    private static final PseudoClass PENDING = PseudoClass.getPseudoClass("pending");
    private static final double DIGIT = 6.9;
    private static final double LOCK = 18;
    private static final double FIELD = 150;

    private final SheetActions actions;
    private final Label seed = new Label();
    private final Group turned = new Group(seed);
    private final ToggleButton lock = new ToggleButton();
    private final FontIcon icon = Icons.UNLOCK.node();
    private final FontIcon lockedIcon = Icons.LOCK.node();
    private final Tooltip tooltip = new Tooltip();
    private final Tooltip mistake = new Tooltip("A seed is a whole number, such as 4711.");
    private int column;
    private long value;
    private boolean upright;
    private boolean alone;

    ColumnHead(SheetActions actions) {
        this.actions = actions;
        getStyleClass().add("column-head");
        seed.getStyleClass().add("seed");
        seed.setTooltip(tooltip);
        seed.setMinWidth(Region.USE_PREF_SIZE);
        seed.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                edit();
            }
        });
        lock.setGraphic(icon);
        lock.getStyleClass().add("lock");
        lock.setMinSize(LOCK, LOCK);
        lock.setPrefSize(LOCK, LOCK);
        lock.setMaxSize(LOCK, LOCK);
        lock.setAlignment(Pos.CENTER);
        lock.setFocusTraversable(false);
        lock.setTooltip(new Tooltip("Lock: new seeds spare this column"));
        lock.setOnAction(event -> actions.toggleLock(column));
        seed.setContextMenu(menu());
        getChildren().addAll(turned, lock);
    }

    private ContextMenu menu() {
        MenuItem copy = new MenuItem("Copy seed", Icons.COPY.node());
        copy.setOnAction(event -> actions.copySeed(column));
        MenuItem type = new MenuItem("Type another seed…");
        type.setOnAction(event -> edit());
        MenuItem renew = new MenuItem("New random seed", Icons.RANDOM.node());
        renew.setOnAction(event -> actions.renew(column));
        MenuItem keep = new MenuItem("Lock or unlock", Icons.LOCK.node());
        keep.setOnAction(event -> actions.toggleLock(column));
        return new ContextMenu(copy, type, renew, keep);
    }

    /** The height of heads above cells of this size. */
    static double height(int cell, int digits) {
        return isUpright(cell, digits) ? digits * DIGIT + LOCK + 8 : LOCK + 6;
    }

    private static boolean isUpright(int cell, int digits) {
        return digits * DIGIT + LOCK + 4 > cell;
    }

    /** Shows the seed of all columns, to the left of them. */
    void showForAll(SheetColumn of, boolean pending) {
        show(0, of, pending, Integer.MAX_VALUE, 0);
        alone = true;
        seed.setText("Seed " + of.seed());
        seed.setAccessibleText("All columns, seed " + of.seed());
        tooltip.setText("All columns are drawn from seed " + of.seed() + "\nClick to type another one, right-click to"
                + " copy it");
        lock.setVisible(false);
    }

    void show(int at, SheetColumn of, boolean pending, int cell, int digits) {
        column = at;
        value = of.seed();
        upright = isUpright(cell, digits);
        seed.setId("seed-" + at);
        seed.setText(Long.toString(of.seed()));
        seed.setRotate(upright ? -90 : 0);
        seed.pseudoClassStateChanged(PENDING, pending);
        seed.setAccessibleText("Column " + (at + 1) + ", seed " + of.seed());
        tooltip.setText("Column " + (at + 1) + " is drawn from " + of.words() + "\nClick to type another one,"
                + " right-click to copy it");
        lock.setId("lock-" + at);
        lock.setSelected(of.locked());
        lock.setGraphic(of.locked() ? lockedIcon : icon);
        lock.setAccessibleText((of.locked() ? "Unlock column " : "Lock column ") + (at + 1));
        requestLayout();
    }

    /** Lets the seed be typed; Enter takes it, Esc leaves it as it was. */
    private void edit() {
        TextField field = new TextField(Long.toString(value));
        field.setId("seed-field");
        field.setManaged(false);
        field.setAccessibleText("Seed of column " + (column + 1));
        field.setOnAction(event -> take(field));
        field.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave(field);
                event.consume();
            }
        });
        field.focusedProperty().addListener((focused, before, now) -> {
            if (!now) {
                leave(field);
            }
        });
        field.textProperty().addListener(observable -> {
            field.getStyleClass().removeAll("wrong");
            mistake.hide();
        });
        getChildren().add(field);
        double wide = Math.max(FIELD, getWidth());
        field.resizeRelocate(0, Math.max(0, getHeight() - 30), wide, 28);
        setViewOrder(-1);
        field.selectAll();
        field.requestFocus();
    }

    private void take(TextField field) {
        try {
            long typed = Long.parseLong(field.getText().strip());
            leave(field);
            actions.setSeed(column, typed);
        } catch (NumberFormatException e) {
            field.getStyleClass().add("wrong");
            Bounds at = field.localToScreen(field.getBoundsInLocal());
            // In a window of its own, because the last column has no room beside it.
            mistake.show(field, at.getMinX(), at.getMaxY() + 4);
        }
    }

    private void leave(TextField field) {
        mistake.hide();
        getChildren().remove(field);
    }

    @Override
    protected void layoutChildren() {
        turned.autosize();
        double wide = turned.getLayoutBounds().getWidth();
        double high = turned.getLayoutBounds().getHeight();
        if (alone) {
            turned.relocate(getWidth() - wide, (getHeight() - high) / 2);
        } else if (upright) {
            lock.resizeRelocate((getWidth() - LOCK) / 2, getHeight() - LOCK - 2, LOCK, LOCK);
            turned.relocate((getWidth() - wide) / 2, getHeight() - LOCK - 4 - high);
        } else {
            double x = Math.max(0, (getWidth() - wide - LOCK) / 2);
            turned.relocate(x, (getHeight() - high) / 2);
            lock.resizeRelocate(x + wide, (getHeight() - LOCK) / 2, LOCK, LOCK);
        }
    }
}
