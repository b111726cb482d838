package io.slimgan.ui.form;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A page's side: a form that scrolls where the window is low, and below it what starts the form's job. FX thread. */
public final class FormSide extends VBox {

    /** @param bar whose button starts what the form asks for */
    public FormSide(Region form, JobBar bar) {
        ScrollPane scroll = new ScrollPane(form);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("form-scroll");
        setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(scroll, bar);
        getStyleClass().add("form-side");
    }
}
