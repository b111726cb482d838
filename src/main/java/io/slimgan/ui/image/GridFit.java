package io.slimgan.ui.image;

import java.util.function.IntToDoubleFunction;

/**
 * How a grid of rows and many columns is laid out: in blocks one below the other, each with all rows, at a whole scale.
 *
 * @param scale pixels of the screen per pixel of an image
 * @param perBlock columns in each block but the last
 * @param blocks the number of blocks
 */
public record GridFit(int scale, int perBlock, int blocks) {

    private static final int MAX_SCALE = 32;

    /**
     * The space that is there and what labels take of it, in pixels.
     *
     * @param width of the view
     * @param height of the view
     * @param side width of the labels beside the rows
     * @param head height of the labels above the columns, by the size of a cell
     * @param between space between two blocks
     */
    public record Space(double width, double height, double side, IntToDoubleFunction head, double between) {}

    /** The largest scale at which everything is seen at once; if there is none, 1, which is then scrolled. */
    public static GridFit fit(Space space, int rows, int columns, int imageSize) {
        for (int scale = Math.min(MAX_SCALE, PixelTile.LIMIT / imageSize); scale > 1; scale--) {
            GridFit fit = at(scale, space, columns, imageSize);
            if (fit.isWithin(space, rows, imageSize)) {
                return fit;
            }
        }
        return at(1, space, columns, imageSize);
    }

    /** At this scale, with as few blocks as the width allows, all of about the same length. */
    public static GridFit at(int scale, Space space, int columns, int imageSize) {
        int cell = imageSize * scale + ImageBlock.GAP;
        int most = (int) Math.max(1, Math.floor((space.width() - space.side() + ImageBlock.GAP) / cell));
        int blocks = Math.max(1, (columns + most - 1) / most);
        return new GridFit(scale, Math.max(1, (columns + blocks - 1) / blocks), blocks);
    }

    private boolean isWithin(Space space, int rows, int imageSize) {
        int cell = imageSize * scale;
        double wide = space.side() + perBlock * (cell + ImageBlock.GAP) - ImageBlock.GAP;
        double block = space.head().applyAsDouble(cell) + rows * (cell + ImageBlock.GAP) - ImageBlock.GAP;
        return wide <= space.width() && blocks * block + (blocks - 1) * space.between() <= space.height();
    }
}
