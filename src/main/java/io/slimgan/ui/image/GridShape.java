package io.slimgan.ui.image;

/**
 * How many images are shown as large as the space allows.
 *
 * @param rows lines of images
 * @param columns images in a line
 * @param scale pixels of the screen per pixel of an image
 */
public record GridShape(int rows, int columns, int scale) {

    private static final int MAX_SCALE = 32;

    /** The largest whole scale for {@code count} images; among those of one scale the one with the fewest gaps. */
    public static GridShape fit(int count, int imageSize, double width, double height) {
        int most = Math.max(1, Math.min(MAX_SCALE, PixelTile.LIMIT / imageSize));
        GridShape best = new GridShape(count, 1, 0);
        for (int columns = 1; columns <= count; columns++) {
            int rows = (count + columns - 1) / columns;
            int scale = Math.min(most, Math.min(scale(columns, imageSize, width), scale(rows, imageSize, height)));
            boolean larger = scale > best.scale();
            boolean fuller = scale == best.scale() && rows * columns < best.rows() * best.columns();
            if (larger || fuller) {
                best = new GridShape(rows, columns, scale);
            }
        }
        return new GridShape(best.rows(), best.columns(), Math.max(1, best.scale()));
    }

    /** These rows and columns at the largest whole scale; 0 if they do not fit. */
    public static GridShape of(int rows, int columns, int imageSize, double width, double height) {
        int most = Math.max(1, Math.min(MAX_SCALE, PixelTile.LIMIT / imageSize));
        int fitting = Math.min(scale(columns, imageSize, width), scale(rows, imageSize, height));
        return new GridShape(rows, columns, Math.min(most, fitting));
    }

    private static int scale(int images, int imageSize, double space) {
        return (int) Math.max(0, Math.floor((space - (images - 1) * ImageBlock.GAP) / ((double) images * imageSize)));
    }
}
