package io.slimgan.ui.dataset;

import atlantafx.base.theme.Styles;
import io.slimgan.session.DatasetBook;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.image.Controls;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the sheet shows, in words, and how large. FX thread. */
final class SheetHead extends HBox {

    private final Label title = new Label();
    private final Label facts = new Label();
    private final Button all;
    private final Button smaller;
    private final Button larger;

    /**
     * @param onAll shows all images again
     * @param onZoom changes the size by so many steps
     */
    SheetHead(Runnable onAll, IntConsumer onZoom) {
        super(8);
        getStyleClass().add("dataset-head");
        setAlignment(Pos.CENTER_LEFT);
        title.setId("dataset-title");
        title.getStyleClass().add("page-title");
        facts.setId("dataset-facts");
        facts.getStyleClass().add("field-hint");
        VBox words = new VBox(2, title, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        all = Controls.button(Icons.CLOSE, "show-all", "Show all", "Show all images again", onAll);
        all.getStyleClass().add(Styles.SMALL);
        smaller = zoom("zoom-out", "–", "Smaller images  (-)", () -> onZoom.accept(-1));
        larger = zoom("zoom-in", "+", "Larger images  (+)", () -> onZoom.accept(1));
        getChildren().addAll(words, all, smaller, larger);
    }

    private static Button zoom(String id, String sign, String explanation, Runnable action) {
        Button button = Controls.button(Icons.PICTURE, id, sign, explanation, action);
        button.setGraphic(null);
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(30);
        return button;
    }

    /**
     * @param shown how many images stand on the sheet
     * @param why a part is shown, such as "duplicates"; empty for all
     */
    void show(DatasetBook book, int shown, Optional<String> why) {
        title.setText(book.name());
        String size = book.imageSize() + " × " + book.imageSize() + " pixels";
        int classes = book.classNames().size();
        String whole = Formats.count(book.size()) + " images"
                + (classes == 0 ? "" : ", " + Formats.count(classes) + " classes") + ", " + size;
        facts.setText(
                why.map(w -> Formats.count(shown) + " of " + whole + ": " + w).orElse(whole));
        all.setManaged(why.isPresent());
        all.setVisible(why.isPresent());
    }

    /** Which sizes there still are. */
    void zoomed(int scale, int largest) {
        smaller.setDisable(scale <= 1);
        larger.setDisable(scale >= largest);
    }
}
