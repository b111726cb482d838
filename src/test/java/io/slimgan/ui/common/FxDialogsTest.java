package io.slimgan.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.session.Problem;
import io.slimgan.ui.FxWait;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.event.Event;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class FxDialogsTest {

    private final List<String> done = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private Stage owner;

    @SuppressWarnings("NullAway.Init")
    private FxDialogs dialogs;

    @Start
    void start(Stage stage) {
        Theme.LIGHT.apply();
        owner = stage;
        Button behind = new Button("Behind");
        behind.setOnAction(event -> done.add("behind"));
        StackPane.setAlignment(behind, Pos.TOP_LEFT);
        stage.setScene(new Scene(new StackPane(new Label("window"), behind), 900, 600));
        stage.setOnCloseRequest(event -> done.add("asked to close"));
        stage.show();
    }

    @BeforeEach
    void make() {
        dialogs = new FxDialogs(() -> owner);
    }

    private static boolean open(FxRobot robot) {
        return robot.lookup(".dialog-pane").tryQuery().isPresent();
    }

    @Test
    void aProblemShowsItsSentenceAndCopiesItsDetails(FxRobot robot) {
        robot.interact(() -> dialogs.problem("Training stopped", new Problem("The disk is full.", "at Some.where")));
        FxWait.until(() -> robot.lookup("The disk is full.").tryQuery().isPresent());

        robot.clickOn("Copy details");

        assertThat(open(robot)).as("copying is no answer").isTrue();
        robot.interact(() -> done.add(Clipboard.getSystemClipboard().getString()));
        assertThat(done.get(0)).isEqualTo("The disk is full.\n\nat Some.where");
        robot.clickOn("Close");
        FxWait.until(() -> !open(robot));
    }

    @Test
    void onlyAYesIsAYes(FxRobot robot) {
        robot.interact(() -> dialogs.confirm("Delete", "Delete it?", "Delete it now", () -> done.add("deleted")));
        robot.clickOn("Cancel");
        FxWait.until(() -> !open(robot));
        assertThat(done).isEmpty();

        robot.interact(() -> dialogs.confirm("Delete", "Delete it?", "Delete it now", () -> done.add("deleted")));
        robot.clickOn("Delete it now");
        FxWait.until(() -> done.size() == 1);
    }

    @Test
    void eachChoiceDoesItsOwn(FxRobot robot) {
        robot.interact(() -> dialogs.choose(
                "Close",
                "How?",
                List.of(
                        new Dialogs.Choice("Save first", () -> done.add("save")),
                        new Dialogs.Choice("Keep going", () -> done.add("keep")))));

        robot.clickOn("Keep going");

        FxWait.until(() -> done.equals(List.of("keep")));
    }

    @Test
    void aTextIsGivenAsTyped(FxRobot robot) {
        robot.interact(() -> dialogs.text("Rename", "New name", "old", done::add));
        FxWait.until(() -> robot.lookup("#dialog-text").tryQuery().isPresent());
        TextInputControl field = robot.lookup("#dialog-text").query();
        FxWait.until(() -> field.equals(field.getScene().getFocusOwner())
                && field.getSelectedText().equals("old"));

        robot.interact(() -> field.replaceSelection("new name "));
        robot.clickOn("OK");

        FxWait.until(() -> done.equals(List.of("new name")));
    }

    @Test
    void aLongTextOfAFormIsShownWhole(FxRobot robot) {
        Label text = new Label("Every word of a sentence that needs several lines is to be read. ".repeat(5));
        text.setWrapText(true);
        text.setPrefWidth(440);
        robot.interact(
                () -> dialogs.form("Export", new VBox(10, text), "Go on", new SimpleBooleanProperty(true), () -> {}));

        FxWait.until(() -> text.getWidth() > 0 && text.getHeight() >= text.prefHeight(text.getWidth()) - 1);
        FxWait.until(() -> text.localToScene(text.getBoundsInLocal()).getMaxY()
                < text.getScene().getHeight());
    }

    @Test
    void aFormIsHeldWhileItIsWrong(FxRobot robot) {
        SimpleBooleanProperty valid = new SimpleBooleanProperty(false);
        robot.interact(() -> dialogs.form("Resume", new Label("fields"), "Go on", valid, () -> done.add("resumed")));
        robot.clickOn("Go on");
        assertThat(done).isEmpty();

        robot.interact(() -> valid.set(true));
        robot.clickOn("Go on");

        FxWait.until(() -> done.equals(List.of("resumed")));
    }

    @Test
    void aDialogStandsInTheMiddleOfItsWindow(FxRobot robot) {
        robot.interact(() -> dialogs.info("Engine", "It computes."));

        FxWait.until(() -> robot.listWindows().stream()
                .filter(window -> window.getScene().getRoot() instanceof DialogPane)
                .anyMatch(dialog -> dialog.getY() >= 0
                        && Math.abs(dialog.getX() + dialog.getWidth() / 2 - owner.getX() - owner.getWidth() / 2) < 2
                        && Math.abs(dialog.getY() + dialog.getHeight() / 2 - owner.getY() - owner.getHeight() / 2)
                                < 2));
        robot.clickOn("Close");
    }

    @Test
    void theWindowBehindTakesNoInputAndKeepsItsSize(FxRobot robot) {
        robot.interact(() -> dialogs.info("Engine", "It computes."));
        robot.interact(() -> dialogs.problem("Problem", new Problem("It broke.", "")));
        FxWait.until(() -> robot.lookup("It broke.").tryQuery().isPresent());
        assertThat(robot.listWindows().stream().filter(window -> window != owner))
                .as("a modal dialog makes the window behind it one of a fixed size, which is un-maximised then")
                .hasSize(2)
                .allMatch(window -> ((Stage) window).getModality() == Modality.NONE);

        robot.clickOn(owner.getX() + 25, owner.getY() + 12);
        robot.interact(() -> Event.fireEvent(owner, new WindowEvent(owner, WindowEvent.WINDOW_CLOSE_REQUEST)));
        assertThat(done).isEmpty();
        assertThat(owner.isShowing()).isTrue();

        FxWait.until(() -> closeFront(robot));
        robot.clickOn(owner.getX() + 25, owner.getY() + 12);
        assertThat(done).as("the other dialog still shows").isEmpty();
        FxWait.until(() -> closeFront(robot));
        robot.clickOn("Behind");
        assertThat(done).containsExactly("behind");
    }

    /** Whether there was a dialog, which has gone now. */
    private static boolean closeFront(FxRobot robot) {
        return robot.listWindows().stream()
                .filter(window -> window.getScene().getRoot() instanceof DialogPane)
                .reduce((before, last) -> last)
                .map(last -> {
                    last.hide();
                    return true;
                })
                .orElse(false);
    }
}
