package io.slimgan.ui.image;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.ClassNames;
import io.slimgan.ui.common.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/**
 * A list of rules and classes under a field: what is typed leaves the classes that fit, arrow keys move, Enter takes, Esc
 * goes back. FX thread.
 */
final class ClassPicker {

    private static final PseudoClass LAST_RULE = PseudoClass.getPseudoClass("last-rule");
    private static final double WIDE = 260;
    private static final double ROW = 28;
    private static final int MOST_ROWS = 12;

    private final Popup popup = new Popup();
    private final TextField field = new TextField();
    private final ListView<ClassChoice> list = new ListView<>();
    private final Label nothing = new Label("No class is called that.");
    private final Function<ClassChoice, String> describe;
    private final Consumer<ClassChoice> onTaken;
    private List<ClassChoice> rules = List.of();
    private ClassNames names = ClassNames.NONE;

    /** @param onTaken called with what the reader takes, after the list is gone */
    ClassPicker(Function<ClassChoice, String> describe, Consumer<ClassChoice> onTaken) {
        this.describe = describe;
        this.onTaken = onTaken;
        field.setId("class-search");
        field.setPromptText("Find a class by name or number");
        field.setAccessibleText("Find a class by name or number");
        field.textProperty().addListener((text, before, now) -> fill(now));
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("class-choices");
        list.setFixedCellSize(ROW);
        list.setCellFactory(view -> new Cell());
        list.setFocusTraversable(false);
        list.setAccessibleText("Classes");
        nothing.getStyleClass().add("muted");
        VBox box = new VBox(6, field, new StackPane(list, nothing));
        box.getStyleClass().add("class-picker");
        box.getStylesheets().addAll(Theme.sharedSheet(), Theme.sheetBeside(ImageBlock.class, "image.css"));
        box.setPrefWidth(WIDE);
        popup.getContent().add(box);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    /** A line of the list; a click takes it. */
    private final class Cell extends ListCell<ClassChoice> {

        Cell() {
            setOnMouseClicked(event -> {
                if (!isEmpty()) {
                    take(getItem());
                }
            });
        }

        @Override
        protected void updateItem(@Nullable ClassChoice item, boolean empty) {
            super.updateItem(item, empty);
            setText(item == null || empty ? "" : describe.apply(item));
            boolean lastRule = item != null && !rules.isEmpty() && item.equals(rules.get(rules.size() - 1));
            pseudoClassStateChanged(LAST_RULE, lastRule);
        }
    }

    boolean isShowing() {
        return popup.isShowing();
    }

    /** Opens below a control, or closes if it is open. */
    void open(Node below, ClassNames known, List<ClassChoice> offered, ClassChoice chosen) {
        if (popup.isShowing()) {
            popup.hide();
            return;
        }
        names = known;
        rules = List.copyOf(offered);
        field.clear();
        fill("");
        Bounds at = below.localToScreen(below.getBoundsInLocal());
        popup.show(below, at.getMinX(), at.getMaxY() + 4);
        list.getSelectionModel().select(chosen);
        list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
        field.requestFocus();
    }

    private void fill(String text) {
        List<ClassChoice> items = new ArrayList<>();
        if (text.isBlank()) {
            items.addAll(rules);
        }
        names.search(text).forEach(label -> items.add(new ClassChoice.One(label)));
        list.getItems().setAll(items);
        nothing.setVisible(items.isEmpty());
        list.setPrefHeight(ROW * Math.min(MOST_ROWS, Math.max(2, items.size())) + 2);
        if (!text.isBlank()) {
            list.getSelectionModel().select(0);
        }
    }

    private void key(KeyEvent event) {
        int at = list.getSelectionModel().getSelectedIndex();
        KeyCode code = event.getCode();
        switch (code) {
            case DOWN -> select(at + 1);
            case UP -> select(at - 1);
            case PAGE_DOWN -> select(at + MOST_ROWS);
            case PAGE_UP -> select(at - MOST_ROWS);
            case ENTER -> {
                if (at >= 0 && at < list.getItems().size()) {
                    take(list.getItems().get(at));
                }
            }
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void select(int to) {
        int within = Math.max(0, Math.min(list.getItems().size() - 1, to));
        list.getSelectionModel().select(within);
        list.scrollTo(Math.max(0, within - MOST_ROWS / 2));
    }

    private void take(ClassChoice choice) {
        popup.hide();
        onTaken.accept(choice);
    }
}
