package io.slimgan.ui.image;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Square images in rows and columns, drawn pixel by pixel with a whole scale factor. Its size is that of its pixels; who
 * places it chooses the scale. FX thread.
 */
public final class ImageBlock extends Region {

    /** Space between two images, in pixels of the screen. */
    public static final int GAP = 2;

    /** A translucent grey that is seen on light and dark, premultiplied. */
    private static final int EMPTY = 0x24121212;

    /** The place of an image in its block. */
    public record Cell(int row, int column) {}

    /** Which image stands where; empty where there is none yet. */
    @FunctionalInterface
    public interface Cells {
        Optional<CellImage> at(int row, int column);

        /** Whether there will ever be one; the last line of a grid may be shorter. */
        default boolean isPlace(int row, int column) {
            return true;
        }
    }

    private final Rectangle frame = new Rectangle();
    private final List<PixelTile> tiles = new ArrayList<>();
    private int rows;
    private int columns;
    private int imageSize;
    private int scale;
    private int rowsPerTile;
    private int columnsPerTile;

    /** Without images until {@link #shape}. FX thread, as everything here. */
    public ImageBlock() {
        getStyleClass().add("image-block");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        frame.getStyleClass().add("image-frame");
        frame.setMouseTransparent(true);
        frame.setManaged(false);
        frame.setVisible(false);
        getChildren().add(frame);
    }

    /**
     * Takes a shape; all cells are empty after a change.
     *
     * @param imageSize height and width of an image in its own pixels
     * @param scale pixels of the screen per pixel of an image, 1 or more
     */
    public void shape(int rows, int columns, int imageSize, int scale) {
        if (this.rows == rows && this.columns == columns && this.imageSize == imageSize && this.scale == scale) {
            return;
        }
        this.rows = rows;
        this.columns = columns;
        this.imageSize = imageSize;
        this.scale = scale;
        int fitting = Math.max(1, (PixelTile.LIMIT + GAP) / (cellSize() + GAP));
        rowsPerTile = Math.min(rows, fitting);
        columnsPerTile = Math.min(columns, fitting);
        makeTiles();
        requestLayout();
    }

    private void makeTiles() {
        tiles.clear();
        List<javafx.scene.Node> views = new ArrayList<>();
        for (int row = 0; row < rows; row += rowsPerTile) {
            for (int column = 0; column < columns; column += columnsPerTile) {
                PixelTile tile = new PixelTile(
                        extent(Math.min(columnsPerTile, columns - column)), extent(Math.min(rowsPerTile, rows - row)));
                tile.view().relocate(cellX(column), cellY(row));
                tile.view().setManaged(false);
                tiles.add(tile);
                views.add(tile.view());
            }
        }
        views.add(frame);
        getChildren().setAll(views);
    }

    /** Draws all cells anew. */
    public void paint(Cells cells) {
        int tileColumns = columns == 0 ? 0 : (columns + columnsPerTile - 1) / columnsPerTile;
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                PixelTile tile = tiles.get(row / rowsPerTile * tileColumns + column / columnsPerTile);
                int x = column % columnsPerTile * (cellSize() + GAP);
                int y = row % rowsPerTile * (cellSize() + GAP);
                Optional<CellImage> cell = cells.at(row, column);
                if (cell.isPresent() && cell.get().images().width() == imageSize) {
                    CellImage image = cell.get();
                    Nearest.paint(image.images(), image.index(), scale, tile.pixels(), tile.stride(), x, y);
                } else {
                    int argb = cells.isPlace(row, column) ? EMPTY : 0;
                    Nearest.fill(argb, cellSize(), tile.pixels(), tile.stride(), x, y);
                }
            }
        }
        tiles.forEach(PixelTile::publish);
    }

    /** Draws a frame around one cell; none around an empty one. */
    public void frame(Optional<Cell> cell) {
        frame.setVisible(cell.isPresent());
        cell.ifPresent(at -> {
            frame.setX(cellX(at.column()) - 1);
            frame.setY(cellY(at.row()) - 1);
            frame.setWidth(cellSize() + 2);
            frame.setHeight(cellSize() + 2);
        });
    }

    /** The cell under a point in this block's coordinates; a gap belongs to the cell before it. */
    public Optional<Cell> cellAt(double x, double y) {
        int column = (int) Math.floor(x / (cellSize() + GAP));
        int row = (int) Math.floor(y / (cellSize() + GAP));
        boolean inside = row >= 0 && row < rows && column >= 0 && column < columns;
        return inside ? Optional.of(new Cell(row, column)) : Optional.empty();
    }

    /** The colour that is drawn at a point, premultiplied 0xAARRGGBB; 0 outside. */
    public int argbAt(int x, int y) {
        for (PixelTile tile : tiles) {
            int left = x - (int) tile.view().getLayoutX();
            int down = y - (int) tile.view().getLayoutY();
            int high = tile.pixels().length / tile.stride();
            if (left >= 0 && left < tile.stride() && down >= 0 && down < high) {
                return tile.pixels()[down * tile.stride() + left];
            }
        }
        return 0;
    }

    /** Lines of images. */
    public int rows() {
        return rows;
    }

    /** Images in a line. */
    public int columns() {
        return columns;
    }

    /** Pixels of the screen per pixel of an image. */
    public int scale() {
        return scale;
    }

    /** Edge of a cell in pixels of the screen. */
    public int cellSize() {
        return imageSize * scale;
    }

    /** Left edge of a column in pixels of the screen, from the block's own left edge. */
    public int cellX(int column) {
        return column * (cellSize() + GAP);
    }

    /** Upper edge of a row in pixels of the screen, from the block's own upper edge. */
    public int cellY(int row) {
        return row * (cellSize() + GAP);
    }

    private int extent(int cells) {
        return cells == 0 ? 0 : cells * (cellSize() + GAP) - GAP;
    }

    @Override
    protected double computePrefWidth(double height) {
        return extent(columns);
    }

    @Override
    protected double computePrefHeight(double width) {
        return extent(rows);
    }

    @Override
    protected double computeMinWidth(double height) {
        return extent(columns);
    }

    @Override
    protected double computeMinHeight(double width) {
        return extent(rows);
    }
}
