package io.slimgan.ui.explore;

import io.slimgan.ui.image.ImageBlock;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;

/** The class of each image at its lower edge, over the block of images; nothing where a tile is too small for words. */
final class TileCaptions extends Pane {

    /** Edge of the smallest tile with a caption, in pixels of the screen. */
    private static final int SMALLEST = 72;

    private static final double HIGH = 16;

    private List<String> shown = List.of();
    private int edge;
    private int columns;

    TileCaptions() {
        setId("tile-captions");
        setMouseTransparent(true);
    }

    /** Names the images of a block in its order; empty where these know no classes. */
    void show(List<String> names, ImageBlock images) {
        boolean readable = images.cellSize() >= SMALLEST;
        List<String> wanted = readable ? List.copyOf(names) : List.of();
        if (wanted.equals(shown) && images.cellSize() == edge && images.columns() == columns) {
            return;
        }
        shown = wanted;
        edge = images.cellSize();
        columns = images.columns();
        List<Label> captions = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            captions.add(caption(wanted.get(i), images.cellX(i % columns), images.cellY(i / columns) + edge - HIGH));
        }
        getChildren().setAll(captions);
    }

    private Label caption(String name, double x, double y) {
        Label caption = new Label(name);
        caption.setStyle("-fx-background-color: rgba(0, 0, 0, 0.62); -fx-text-fill: white; -fx-font-size: 10.5px;"
                + " -fx-padding: 0 4 0 4;");
        caption.setMinHeight(HIGH);
        caption.setPrefHeight(HIGH);
        caption.setMaxHeight(HIGH);
        caption.setMaxWidth(edge);
        caption.relocate(x, y);
        return caption;
    }
}
