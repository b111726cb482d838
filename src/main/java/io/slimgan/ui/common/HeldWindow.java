package io.slimgan.ui.common;

import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Scene;
import javafx.scene.input.InputEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/**
 * Keeps the main window from taking input while dialogs stand in front of it. The toolkit's own way, a modal dialog, makes
 * the window behind it one of a fixed size under GTK, which some window managers answer by un-maximising it; so the
 * dialogs are not modal, and what the window would take is turned away here. FX thread.
 */
final class HeldWindow {

    private final Window window;
    private final List<Window> dialogs = new ArrayList<>();
    private final EventHandler<Event> turnAway = this::turnAway;

    HeldWindow(Window window) {
        this.window = window;
    }

    /** Holds the window for as long as the dialog shows; the dialog has been made but may not show yet. */
    void behind(Window dialog) {
        dialog.addEventHandler(WindowEvent.WINDOW_SHOWN, event -> hold(dialog));
        dialog.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> release(dialog));
    }

    private void hold(Window dialog) {
        if (dialogs.isEmpty()) {
            turned().forEach(type -> window.addEventFilter(type, turnAway));
            untouchable(true);
        }
        dialogs.add(dialog);
    }

    private void release(Window dialog) {
        if (dialogs.remove(dialog) && dialogs.isEmpty()) {
            turned().forEach(type -> window.removeEventFilter(type, turnAway));
            untouchable(false);
        }
    }

    private static List<EventType<? extends Event>> turned() {
        return List.of(InputEvent.ANY, WindowEvent.WINDOW_CLOSE_REQUEST);
    }

    /** Nothing lights up under the pointer either. */
    private void untouchable(boolean held) {
        Scene scene = window.getScene();
        if (scene != null) {
            scene.getRoot().setMouseTransparent(held);
        }
    }

    private void turnAway(Event event) {
        event.consume();
        if (event.getEventType() == MouseEvent.MOUSE_PRESSED
                || event.getEventType() == WindowEvent.WINDOW_CLOSE_REQUEST) {
            Window front = dialogs.get(dialogs.size() - 1);
            if (front instanceof javafx.stage.Stage stage) {
                stage.toFront();
            }
            front.requestFocus();
        }
    }
}
