package io.slimgan.ui.main;

import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;

/** Puts the window where it stood, or at a size that suits the screen, and says where it stands. FX thread. */
final class WindowPlace {

    private static final double MIN_WIDTH = 1120;
    private static final double MIN_HEIGHT = 640;
    private static final double DECORATION = 60;

    private final Stage stage;
    private WindowMemory.Place normal;

    WindowPlace(Stage stage, Optional<WindowMemory.Place> remembered) {
        this.stage = stage;
        normal = remembered.filter(WindowPlace::onSomeScreen).orElseGet(WindowPlace::centred);
    }

    /** Shows the window. */
    void show() {
        stage.setMinWidth(MIN_WIDTH);
        stage.setMinHeight(MIN_HEIGHT);
        place();
        stage.show();
        settle();
    }

    /**
     * Some window managers give a new window a size of their own, a moment after it is shown: for the first second it is
     * asked for again. Only then what the user does counts.
     */
    private void settle() {
        Timeline settling = new Timeline(
                new KeyFrame(Duration.millis(100), event -> insist()),
                new KeyFrame(Duration.millis(400), event -> insist()),
                new KeyFrame(Duration.millis(1000), event -> insist()));
        settling.setOnFinished(event -> {
            stage.setMaximized(normal.maximized());
            stage.xProperty().addListener(observable -> note());
            stage.yProperty().addListener(observable -> note());
            stage.widthProperty().addListener(observable -> note());
            stage.heightProperty().addListener(observable -> note());
        });
        settling.play();
    }

    private void insist() {
        boolean wrong = Math.abs(stage.getWidth() - normal.width()) > DECORATION
                || Math.abs(stage.getHeight() - normal.height()) > DECORATION;
        if (wrong) {
            place();
        }
    }

    private void place() {
        stage.setX(normal.x());
        stage.setY(normal.y());
        stage.setWidth(normal.width());
        stage.setHeight(normal.height());
    }

    /** A maximised window keeps in mind the size that it returns to. */
    private void note() {
        if (!stage.isMaximized() && !stage.isIconified() && stage.getWidth() >= MIN_WIDTH) {
            normal = new WindowMemory.Place(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
        }
    }

    /** Where the window stands now. */
    WindowMemory.Place now() {
        return new WindowMemory.Place(normal.x(), normal.y(), normal.width(), normal.height(), stage.isMaximized());
    }

    /** A screen may have gone since; a window whose title bar cannot be reached is of no use. */
    private static boolean onSomeScreen(WindowMemory.Place place) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .anyMatch(screen -> screen.contains(place.x() + 100, place.y() + 10)
                        && place.width() <= screen.getWidth() + 20
                        && place.height() <= screen.getHeight() + 20);
    }

    private static WindowMemory.Place centred() {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        double width = Math.min(screen.getWidth(), Math.max(1280, screen.getWidth() * 0.8));
        double height = Math.min(screen.getHeight(), Math.max(800, screen.getHeight() * 0.85));
        double x = screen.getMinX() + (screen.getWidth() - width) / 2;
        double y = screen.getMinY() + (screen.getHeight() - height) / 2;
        return new WindowMemory.Place(x, y, width, height, false);
    }
}
