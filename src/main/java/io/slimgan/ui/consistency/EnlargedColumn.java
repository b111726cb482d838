package io.slimgan.ui.consistency;

import io.slimgan.base.Width;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.common.Icons;
import io.slimgan.ui.image.Controls;
import io.slimgan.ui.image.ImageBlock;
import io.slimgan.ui.image.WidthColors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One column at all widths, large, over the grid. Arrow keys go to its neighbours, Esc goes back. */
final class EnlargedColumn extends BorderPane {

    private static final double TILE_HEAD = 40;
    private static final double SPACE = 18;

    private final SheetActions actions;
    private final Label title = new Label();
    private final Label where = new Label();
    private final FlowPane tiles = new FlowPane(SPACE, SPACE);
    private final List<ImageBlock> images = new ArrayList<>();
    private final Runnable onClosed;
    private Optional<SheetView> shown = Optional.empty();
    private int row;
    private int column;

    /** @param onClosed called when the reader goes back */
    EnlargedColumn(SheetActions actions, Runnable onClosed) {
        this.actions = actions;
        this.onClosed = onClosed;
        setId("enlarged");
        setVisible(false);
        setFocusTraversable(true);
        getStyleClass().add("image-cover");
        setPadding(new Insets(12, 18, 18, 18));
        title.setId("enlarged-seed");
        title.getStyleClass().add("large");
        where.setId("enlarged-where");
        where.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(
                6,
                Controls.icon(Icons.PREVIOUS, "enlarged-previous", "Column to the left (←)", () -> go(0, -1)),
                Controls.icon(Icons.NEXT, "enlarged-next", "Column to the right (→)", () -> go(0, 1)),
                title,
                Controls.icon(Icons.COPY, "enlarged-copy", "Copy the seed (C)", () -> actions.copySeed(column)),
                where,
                gap,
                Controls.button(Icons.CLOSE, "enlarged-close", "Close", "Back to the grid (Esc)", this::close));
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(0, 0, 12, 0));
        tiles.setAlignment(Pos.CENTER);
        setTop(bar);
        setCenter(tiles);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        // What lies below must not be hit through the empty places.
        addEventHandler(MouseEvent.MOUSE_CLICKED, MouseEvent::consume);
        widthProperty().addListener((size, before, now) -> refresh());
        heightProperty().addListener((size, before, now) -> refresh());
    }

    /** Shows a column; the row is the one that is marked. */
    void open(SheetView view, int atRow, int atColumn) {
        row = atRow;
        column = atColumn;
        setVisible(true);
        update(view);
        requestFocus();
    }

    /** Newer images or other columns; does nothing while closed. */
    void update(SheetView view) {
        shown = Optional.of(view);
        refresh();
    }

    int row() {
        return row;
    }

    int column() {
        return column;
    }

    void close() {
        setVisible(false);
        onClosed.run();
    }

    private void go(int down, int right) {
        shown.ifPresent(view -> {
            row = Math.max(0, Math.min(view.widths().size() - 1, row + down));
            column = Math.max(0, Math.min(view.columns().size() - 1, column + right));
            refresh();
        });
    }

    private void key(KeyEvent event) {
        boolean used = true;
        switch (event.getCode()) {
            case ESCAPE -> close();
            case LEFT -> go(0, -1);
            case RIGHT -> go(0, 1);
            case UP -> go(-1, 0);
            case DOWN -> go(1, 0);
            case C -> actions.copySeed(column);
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    private void refresh() {
        if (!isVisible() || shown.isEmpty() || getWidth() < 1) {
            return;
        }
        SheetView view = shown.get();
        column = Math.min(column, view.columns().size() - 1);
        row = Math.min(row, view.widths().size() - 1);
        SheetColumn at = view.columns().get(column);
        title.setText("Seed " + at.seed() + (at.className().isEmpty() ? "" : "  ·  " + at.className()));
        where.setText("Column " + (column + 1) + " of " + view.columns().size()
                + view.picture()
                        .map(picture -> "  ·  step " + Formats.count(picture.step()))
                        .orElse("")
                + "  ·  width " + view.widths().get(row));
        int scale = scale(view);
        tiles.getChildren().clear();
        images.clear();
        for (int i = 0; i < view.widths().size(); i++) {
            tiles.getChildren().add(tile(view, i, scale));
        }
    }

    private VBox tile(SheetView view, int at, int scale) {
        Width width = view.widths().get(at);
        Label name = new Label(width.toString());
        name.setStyle(WidthColors.bold(width, view.dark(), 16));
        Label costs = new Label(view.costs(width)
                .map(c -> Formats.compact(c.parameters()) + " parameters · " + Formats.compact(c.macs()) + " MACs")
                .orElse(""));
        costs.getStyleClass().add("muted-small");
        ImageBlock image = new ImageBlock();
        image.setId("enlarged-image-" + at);
        image.shape(1, 1, view.imageSize(), scale);
        SheetColumn of = view.columns().get(column);
        image.paint((r, c) -> view.picture().flatMap(picture -> picture.cell(width, of.key(), column)));
        image.setAccessibleText("Image of " + of.words() + " at width " + width);
        image.frame(at == row ? Optional.of(new ImageBlock.Cell(0, 0)) : Optional.empty());
        image.setOnMouseClicked(event -> go(at - row, 0));
        images.add(image);
        VBox tile = new VBox(2, name, costs, image);
        tile.setAlignment(Pos.CENTER);
        return tile;
    }

    /** The largest whole factor at which all widths are seen, in as many lines as that takes. */
    private int scale(SheetView view) {
        double wide = getWidth() - 36 - 4;
        double high = getHeight() - 90;
        int count = view.widths().size();
        int best = 1;
        for (int perLine = 1; perLine <= count; perLine++) {
            int lines = (count + perLine - 1) / perLine;
            double cellWide = (wide - (perLine - 1) * SPACE) / perLine;
            double cellHigh = (high - (lines - 1) * SPACE) / lines - TILE_HEAD;
            best = Math.max(best, (int) (Math.min(cellWide, cellHigh) / view.imageSize()));
        }
        return best;
    }
}
