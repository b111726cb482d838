package io.slimgan.ui.consistency;

import io.slimgan.ui.image.GridFit;
import io.slimgan.ui.image.ImageBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/**
 * The whole grid as blocks of columns, one below the other, as large as the view allows. Arrow keys move a frame, Enter
 * looks closely.
 */
final class GridSheet extends Region {

    private static final double PADDING = 10;
    private static final double BETWEEN = 12;

    private final SheetActions actions;
    private final List<SheetBlock> blocks = new ArrayList<>();
    private Optional<SheetView> shown = Optional.empty();
    private Optional<ImageBlock.Cell> selected = Optional.empty();
    private double viewWidth = 800;
    private double viewHeight = 500;
    private GridFit fit = new GridFit(1, 1, 1);

    GridSheet(SheetActions actions) {
        this.actions = actions;
        setId("grid-sheet");
        setFocusTraversable(true);
        setAccessibleText("Grid of generated images: arrow keys move, Enter enlarges a column");
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setOnMousePressed(event -> requestFocus());
        focusedProperty().addListener((focused, before, now) -> frame());
    }

    /** The room that there is to be seen at once. */
    void view(double width, double height) {
        if (width != viewWidth || height != viewHeight) {
            viewWidth = width;
            viewHeight = height;
            shown.ifPresent(this::show);
        }
    }

    void show(SheetView view) {
        shown = Optional.of(view);
        int count = view.columns().size();
        SheetHeads heads = SheetHeads.of(view);
        GridFit.Space space = new GridFit.Space(
                viewWidth - 2 * PADDING, viewHeight - 2 * PADDING, SheetBlock.SIDE, heads::height, BETWEEN);
        fit = view.zoom().isPresent()
                ? GridFit.at(view.zoom().getAsInt(), space, count, view.imageSize())
                : GridFit.fit(space, view.widths().size(), count, view.imageSize());
        int needed = (count + fit.perBlock() - 1) / fit.perBlock();
        while (blocks.size() > needed) {
            blocks.remove(blocks.size() - 1);
        }
        while (blocks.size() < needed) {
            blocks.add(new SheetBlock(actions));
        }
        if (!blocks.equals(getChildren())) {
            getChildren().setAll(blocks);
        }
        for (int i = 0; i < needed; i++) {
            int first = i * fit.perBlock();
            blocks.get(i).show(view, first, Math.min(fit.perBlock(), count - first), fit, heads);
        }
        selected = selected.filter(
                at -> at.column() < count && at.row() < view.widths().size());
        frame();
        requestLayout();
    }

    /** The scale that the images are drawn at. */
    int scale() {
        return fit.scale();
    }

    /** Moves the frame to this cell. */
    void select(int row, int column) {
        selected = Optional.of(new ImageBlock.Cell(row, column));
        frame();
    }

    private void frame() {
        blocks.forEach(block -> block.select(isFocused() ? selected : Optional.empty()));
    }

    private void key(KeyEvent event) {
        if (shown.isEmpty() || event.getTarget() != this) {
            return;
        }
        ImageBlock.Cell at = selected.orElse(new ImageBlock.Cell(0, 0));
        KeyCode code = event.getCode();
        boolean used = true;
        switch (code) {
            case LEFT -> move(at, 0, -1);
            case RIGHT -> move(at, 0, 1);
            case UP -> move(at, -1, 0);
            case DOWN -> move(at, 1, 0);
            case ENTER, SPACE -> actions.enlarge(at.row(), at.column());
            case L -> actions.toggleLock(at.column());
            case C -> actions.copySeed(at.column());
            default -> used = false;
        }
        if (used) {
            event.consume();
        }
    }

    /** Up and down go on in the block above or below. */
    private void move(ImageBlock.Cell at, int down, int right) {
        SheetView view = shown.orElseThrow();
        int rows = view.widths().size();
        int row = at.row() + down;
        int column = at.column() + right;
        if (row < 0 && column - fit.perBlock() >= 0) {
            row = rows - 1;
            column -= fit.perBlock();
        } else if (row >= rows && column + fit.perBlock() < view.columns().size()) {
            row = 0;
            column += fit.perBlock();
        }
        select(
                Math.max(0, Math.min(rows - 1, row)),
                Math.max(0, Math.min(view.columns().size() - 1, column)));
    }

    @Override
    protected void layoutChildren() {
        double y = PADDING;
        for (SheetBlock block : blocks) {
            block.resizeRelocate(PADDING, y, block.prefWidth(-1), block.prefHeight(-1));
            y += block.prefHeight(-1) + BETWEEN;
        }
    }

    @Override
    protected double computePrefWidth(double height) {
        return blocks.stream().mapToDouble(block -> block.prefWidth(-1)).max().orElse(0) + 2 * PADDING;
    }

    @Override
    protected double computePrefHeight(double width) {
        double blocksHeight =
                blocks.stream().mapToDouble(block -> block.prefHeight(-1)).sum();
        return blocksHeight + Math.max(0, blocks.size() - 1) * BETWEEN + 2 * PADDING;
    }
}
