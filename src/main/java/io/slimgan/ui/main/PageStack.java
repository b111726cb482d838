package io.slimgan.ui.main;

import io.slimgan.ui.common.FeaturePane;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** The middle of the window: one page, or a form in front of it. Only what is shown is in the scene. FX thread. */
final class PageStack extends StackPane {

    private final List<FeaturePane> pages;
    private int shown;
    private Optional<Node> front = Optional.empty();

    /** {@code pages} has at least one; the first is shown. */
    PageStack(List<FeaturePane> pages) {
        this.pages = List.copyOf(pages);
        getStyleClass().add("page-stack");
        show(0);
    }

    /** Shows a page; a form in front of the pages goes. */
    void show(int index) {
        shown = index;
        front = Optional.empty();
        getChildren().setAll(pages.get(index).node());
        pages.get(index).tick();
    }

    /** Shows a form in place of the page until {@link #back()} or {@link #show}. */
    void inFront(Node form) {
        front = Optional.of(form);
        getChildren().setAll(form);
    }

    /** Shows the page again. */
    void back() {
        show(shown);
    }

    int shown() {
        return shown;
    }

    /** The page that is seen; none while a form stands in front of it. */
    Optional<FeaturePane> visiblePage() {
        return front.isPresent() ? Optional.empty() : Optional.of(pages.get(shown));
    }
}
