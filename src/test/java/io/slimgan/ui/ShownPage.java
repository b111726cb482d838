package io.slimgan.ui;

import io.slimgan.ui.common.FeaturePane;
import io.slimgan.ui.common.Theme;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;

/** A page of the window by itself, as tests look at it. */
public final class ShownPage {

    private ShownPage() {}

    /** Shows a page in a window of its own, dressed as the shell dresses it. FX thread. */
    public static void show(Stage stage, Theme theme, FeaturePane page, double width, double height) {
        theme.apply();
        Scene scene = new Scene(page.node(), width, height);
        Theme.dress(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** What the label or button of this selector says. */
    public static String text(FxRobot robot, String selector) {
        return robot.lookup(selector).<Labeled>query().getText();
    }
}
