package io.slimgan.ui.explore;

import io.slimgan.base.Width;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.ui.image.CellImage;
import io.slimgan.ui.image.ImageBlock;
import io.slimgan.ui.image.WidthColors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** One seed at all widths, small, beside the images; a click moves the slider to that width. */
final class WidthStrip extends VBox {

    /** Its width on the screen. */
    static final double WIDE = 210;

    private static final double LABEL = 58;
    private static final double HEAD = 34;
    private static final double SPACE = 6;

    private final Label title = new Label();
    private final List<ImageBlock> images = new ArrayList<>();
    private final Consumer<Width> onChosen;
    private Optional<PreviewAnswer.Images> shown = Optional.empty();
    private String heading = "";
    private Optional<Width> current = Optional.empty();
    private boolean dark;

    WidthStrip(Consumer<Width> onChosen) {
        super(SPACE);
        this.onChosen = onChosen;
        setId("width-strip");
        getStyleClass().add("side-strip");
        setPadding(new Insets(0, 12, 0, 12));
        setMinWidth(WIDE);
        setPrefWidth(WIDE);
        setMaxWidth(WIDE);
        title.setId("strip-title");
        title.getStyleClass().add("strong");
        title.setMinHeight(HEAD - SPACE);
        heightProperty().addListener((size, before, now) -> refresh());
    }

    void clear() {
        shown = Optional.empty();
        getChildren().clear();
    }

    /**
     * Shows a drawing of one seed at all widths.
     *
     * @param className of its class; empty where the run knows none
     */
    void show(PreviewAnswer.Images drawn, String className) {
        String seed = "Seed " + drawn.request().latentSeeds().get(0);
        heading = className.isEmpty() ? seed + " at all widths" : seed + "  ·  " + className;
        shown = Optional.of(drawn);
        refresh();
    }

    /** Marks the width that the slider stands at. */
    void mark(Width width) {
        current = Optional.of(width);
        refresh();
    }

    void color(boolean nowDark) {
        dark = nowDark;
        refresh();
    }

    private void refresh() {
        if (shown.isEmpty()) {
            return;
        }
        PreviewAnswer.Images drawn = shown.get();
        title.setText(heading);
        getChildren().setAll(title);
        images.clear();
        int imageSize = drawn.rows().get(0).images().width();
        double each = (getHeight() - HEAD) / drawn.rows().size() - SPACE;
        int scale = (int) Math.max(1, Math.min(each, WIDE - 24 - LABEL) / imageSize);
        for (PreviewAnswer.Row row : drawn.rows()) {
            getChildren().add(line(row, imageSize, scale));
        }
    }

    private HBox line(PreviewAnswer.Row row, int imageSize, int scale) {
        Label name = new Label(row.width().toString());
        name.setStyle(WidthColors.bold(row.width(), dark, 14));
        name.setAlignment(Pos.CENTER_RIGHT);
        name.setMinWidth(LABEL - 8);
        name.setPrefWidth(LABEL - 8);
        ImageBlock image = new ImageBlock();
        image.setId("strip-image-" + row.width().index());
        image.shape(1, 1, imageSize, scale);
        image.paint((r, c) -> Optional.of(new CellImage(row.images(), 0)));
        image.setAccessibleText("Image at width " + row.width());
        image.frame(
                current.equals(Optional.of(row.width())) ? Optional.of(new ImageBlock.Cell(0, 0)) : Optional.empty());
        images.add(image);
        HBox line = new HBox(8, name, image);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setStyle("-fx-cursor: hand;");
        line.setOnMouseClicked(event -> onChosen.accept(row.width()));
        return line;
    }
}
