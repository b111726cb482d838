package io.slimgan.ui.dataset;

import io.slimgan.base.RgbImages;
import io.slimgan.session.DatasetBook;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.common.Latest;
import io.slimgan.ui.image.Controls;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.ImageView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DataFormat;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The chosen image, enlarged, with its name and class. FX thread. */
final class ImageDetail extends HBox {

    private static final int SIDE = 96;

    private final ImageView view = new ImageView();
    private final Label name = new Label();
    private final Label facts = new Label();
    private final Latest asking = new Latest();
    private final Button copy;

    ImageDetail() {
        super(14);
        getStyleClass().add("image-detail");
        setAlignment(Pos.CENTER_LEFT);
        view.setFitWidth(SIDE);
        view.setFitHeight(SIDE);
        view.setPreserveRatio(true);
        StackPane frame = new StackPane(view);
        frame.setMinSize(SIDE, SIDE);
        frame.setMaxSize(SIDE, SIDE);
        name.setId("image-name");
        name.getStyleClass().add("strong");
        facts.setId("image-facts");
        facts.setWrapText(true);
        VBox words = new VBox(4, name, facts);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        copy = Controls.icon(Icons.COPY, "copy-name", "Copy the name", this::copy);
        getChildren().addAll(frame, words, copy);
        clear();
    }

    /** Shows no image. */
    void clear() {
        asking.forget();
        setManaged(false);
        setVisible(false);
    }

    void show(DatasetBook book, int index) {
        setManaged(true);
        setVisible(true);
        name.setText(book.nameOf(index));
        int label = book.label(index);
        Optional<String> className =
                label < 0 ? Optional.empty() : Optional.of(book.classNames().get(label));
        String place = Formats.count(index + 1L) + " of " + Formats.count(book.size());
        String words = className.map(c -> c + " (class " + label + "), ").orElse("") + place;
        tell(words, false);
        asking.await(
                book.image(index), image -> view.setImage(ThumbnailStore.enlarged(image, scale(image))), thrown -> {
                    view.setImage(null);
                    tell(words + ". " + thrown.getMessage(), true);
                });
    }

    private static int scale(RgbImages image) {
        return Math.max(1, SIDE / image.width());
    }

    private void tell(String words, boolean wrong) {
        facts.setText(words);
        facts.getStyleClass().setAll("label", wrong ? "field-error" : "field-hint");
    }

    private void copy() {
        Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, name.getText()));
    }
}
