package io.slimgan.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URL;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Scene;

/** The look of the window, light or dark. FX thread. */
public enum Theme {
    LIGHT(new PrimerLight().getUserAgentStylesheet()),
    DARK(new PrimerDark().getUserAgentStylesheet());

    private final String sheet;

    Theme(String sheet) {
        this.sheet = sheet;
    }

    /** The theme by whether it is dark. */
    public static Theme of(boolean dark) {
        return dark ? DARK : LIGHT;
    }

    /** Dresses every window of this process. */
    public void apply() {
        Application.setUserAgentStylesheet(sheet);
    }

    /**
     * The style sheet that a scene needs besides the theme: it gives ControlsFX the colours that the theme does not know
     * by the names ControlsFX uses, and holds the classes that the features share.
     */
    public static String sharedSheet() {
        return sheetBeside(Theme.class, "window.css");
    }

    /** Adds the shared style sheet to a scene. */
    public static void dress(Scene scene) {
        if (!scene.getStylesheets().contains(sharedSheet())) {
            scene.getStylesheets().addAll(List.of(sharedSheet()));
        }
    }

    /** The address of a style sheet that lies beside a class. */
    public static String sheetBeside(Class<?> owner, String name) {
        return Optional.ofNullable(owner.getResource(name))
                .map(URL::toExternalForm)
                .orElseThrow(() -> new IllegalStateException(
                        "The style sheet " + name + " beside " + owner.getName() + " is missing from this build."));
    }
}
