package io.slimgan.ui.common;

import io.slimgan.session.Problem;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.event.ActionEvent;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Screen;
import javafx.stage.Window;
import org.kordamp.ikonli.javafx.FontIcon;

/** Dialogs in windows of their own in front of the main one; each is shown without waiting for its answer. */
public final class FxDialogs implements Dialogs {

    private static final double TEXT_WIDTH = 440;

    private final Supplier<Window> owner;
    private final Map<Window, HeldWindow> held = new IdentityHashMap<>();

    /** {@code owner} is the window that dialogs stand in front of. */
    public FxDialogs(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public void problem(String title, Problem problem) {
        Dialog<ButtonType> dialog = dialog(title, message(problem.sentence(), Icons.WARNING, "warning-icon"));
        DialogPane pane = dialog.getDialogPane();
        if (!problem.details().isBlank()) {
            TextArea details = new TextArea(problem.details());
            details.setId("problem-details");
            details.setEditable(false);
            details.setPrefSize(640, 260);
            details.getStyleClass().add("details");
            pane.setExpandableContent(details);
        }
        ButtonType copy = new ButtonType("Copy details", ButtonBar.ButtonData.LEFT);
        pane.getButtonTypes().setAll(copy, ButtonType.CLOSE);
        // Copying is no answer: the event is taken away from the dialog, which would close.
        pane.lookupButton(copy).addEventFilter(ActionEvent.ACTION, event -> {
            copy(problem.sentence() + "\n\n" + problem.details());
            event.consume();
        });
        dialog.show();
    }

    @Override
    public void info(String title, String text) {
        Dialog<ButtonType> dialog = dialog(title, message(text, Icons.INFO, "info-icon"));
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.show();
    }

    @Override
    public void confirm(String title, String question, String yes, Runnable onYes) {
        ask(title, question, List.of(new Choice(yes, onYes)));
    }

    @Override
    public void choose(String title, String question, List<Choice> choices) {
        ask(title, question, choices);
    }

    private void ask(String title, String question, List<Choice> choices) {
        Dialog<ButtonType> dialog = dialog(title, message(question, Icons.QUESTION, "info-icon"));
        DialogPane pane = dialog.getDialogPane();
        for (Choice choice : choices) {
            boolean first = pane.getButtonTypes().isEmpty();
            ButtonType button =
                    new ButtonType(choice.label(), first ? ButtonBar.ButtonData.OK_DONE : ButtonBar.ButtonData.OTHER);
            pane.getButtonTypes().add(button);
            onPressed(pane, button, choice.action());
        }
        pane.getButtonTypes().add(ButtonType.CANCEL);
        dialog.show();
    }

    @Override
    public void text(String title, String label, String initial, Consumer<String> onText) {
        TextField field = new TextField(initial);
        field.setId("dialog-text");
        field.setPrefWidth(TEXT_WIDTH);
        Label caption = new Label(label);
        caption.setLabelFor(field);
        Dialog<ButtonType> dialog = formDialog(
                title,
                new VBox(8, caption, field),
                "OK",
                field.textProperty().isNotEmpty(),
                () -> onText.accept(field.getText().strip()));
        dialog.setOnShown(event -> Fx.later(() -> {
            fit(dialog);
            field.requestFocus();
            field.selectAll();
        }));
        dialog.show();
    }

    @Override
    public void form(String title, Node content, String yes, ObservableBooleanValue valid, Runnable onYes) {
        formDialog(title, content, yes, valid, onYes).show();
    }

    private Dialog<ButtonType> formDialog(
            String title, Node content, String yes, ObservableBooleanValue valid, Runnable onYes) {
        Dialog<ButtonType> dialog = dialog(title, content);
        DialogPane pane = dialog.getDialogPane();
        ButtonType accept = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        pane.getButtonTypes().setAll(accept, ButtonType.CANCEL);
        pane.lookupButton(accept).disableProperty().bind(Bindings.not(valid));
        onPressed(pane, accept, onYes);
        return dialog;
    }

    @Override
    public void show(String title, Node content) {
        Dialog<ButtonType> dialog = dialog(title, content);
        dialog.getDialogPane().getButtonTypes().setAll(ButtonType.CLOSE);
        dialog.show();
    }

    /** Runs after the dialog has gone, so that the action may show the next one. */
    private static void onPressed(DialogPane pane, ButtonType type, Runnable action) {
        Button button = (Button) pane.lookupButton(type);
        ButtonBar.setButtonUniformSize(button, false);
        button.addEventHandler(ActionEvent.ACTION, event -> Fx.later(action));
    }

    private Dialog<ButtonType> dialog(String title, Node content) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.setTitle(title);
        dialog.initOwner(owner.get());
        dialog.initModality(Modality.NONE);
        dialog.setResizable(true);
        DialogPane pane = dialog.getDialogPane();
        Label heading = new Label(title);
        heading.getStyleClass().add("dialog-title");
        pane.setContent(new VBox(16, heading, content));
        pane.getStylesheets().add(Theme.sharedSheet());
        pane.getStyleClass().add("plain-dialog");
        dialog.setOnShown(event -> Fx.later(() -> fit(dialog)));
        held.computeIfAbsent(owner.get(), HeldWindow::new)
                .behind(pane.getScene().getWindow());
        return dialog;
    }

    /**
     * Makes room for a text of several lines, whose height is known only when its font is, and asks for the content's
     * size once more: some window managers give a new window a size of their own.
     */
    private static void fit(Dialog<ButtonType> dialog) {
        DialogPane pane = dialog.getDialogPane();
        for (Node node : pane.lookupAll(".label")) {
            if (node instanceof Label label && label.isWrapText() && label.getPrefWidth() > 0) {
                label.setMinHeight(label.prefHeight(label.getPrefWidth()));
            }
        }
        Window window = pane.getScene().getWindow();
        window.sizeToScene();
        Fx.later(() -> centre(window, dialog.getOwner()));
    }

    /** In the middle of its owner, where that lies on the screen: some window managers put it elsewhere. */
    private static void centre(Window dialog, Window owner) {
        Rectangle2D screen =
                Screen.getScreensForRectangle(owner.getX(), owner.getY(), owner.getWidth(), owner.getHeight()).stream()
                        .findFirst()
                        .orElseGet(Screen::getPrimary)
                        .getVisualBounds();
        double x = owner.getX() + (owner.getWidth() - dialog.getWidth()) / 2;
        double y = owner.getY() + (owner.getHeight() - dialog.getHeight()) / 2;
        dialog.setX(Math.max(screen.getMinX(), Math.min(x, screen.getMaxX() - dialog.getWidth())));
        dialog.setY(Math.max(screen.getMinY(), Math.min(y, screen.getMaxY() - dialog.getHeight())));
    }

    private static Node message(String text, Icons icon, String styleClass) {
        FontIcon picture = icon.node();
        picture.getStyleClass().add(styleClass);
        Label label = new Label(text, picture);
        label.setGraphicTextGap(14);
        label.setWrapText(true);
        label.setPrefWidth(TEXT_WIDTH);
        label.getStyleClass().add("dialog-message");
        return label;
    }

    private static void copy(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }
}
