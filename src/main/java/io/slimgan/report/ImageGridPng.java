package io.slimgan.report;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import java.awt.image.BufferedImage;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * A grid of images as a PNG file with its recipe inside: rows are widths, columns are latents, wrapped into lines
 * where the recipe says so; each pixel becomes a square. No letters are drawn, as fonts differ between machines; and the
 * file's bytes depend on nothing but images and recipe ({@link FixedDeflate}), so that it can be made again bit for bit.
 * For any thread.
 */
public final class ImageGridPng {

    /** The keyword of the recipe among the picture's texts. */
    public static final String KEYWORD = "slimgan-recipe";

    private static final byte FILTER_NONE = 0;
    private static final byte FILTER_UP = 2;

    private ImageGridPng() {}

    /**
     * The file's bytes.
     *
     * @param rows one per width of the recipe, each with the square images of its seeds and classes
     */
    public static byte[] encode(List<RgbImages> rows, GridRecipe recipe) {
        check(rows, recipe);
        byte[] scanlines = scanlines(rows, recipe);
        return PngChunks.file(recipe.pictureWidth(), recipe.pictureHeight(), KEYWORD, recipe.toJson(), scanlines);
    }

    /**
     * Writes or replaces a file with {@link #encode}.
     *
     * @throws UserError if the disk does not take it
     */
    public static void write(Path png, List<RgbImages> rows, GridRecipe recipe) {
        AtomicFiles.write(png, encode(rows, recipe));
    }

    /**
     * The recipe of a picture; empty if it has none.
     *
     * @throws UserError if the file cannot be read, is no PNG, or its recipe is damaged or of a newer version
     */
    public static Optional<GridRecipe> recipe(Path png) {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(png)))) {
            return PngChunks.text(in, Files.size(png), KEYWORD, png.toString())
                    .map(text -> GridRecipe.fromJson(text, png.toString()));
        } catch (IOException e) {
            throw FileProblems.cannotRead(png, e);
        }
    }

    /**
     * The images of a picture that {@link #encode} made, bit for bit.
     *
     * @return one per width of the recipe, each with the images of its seeds and classes; empty if the picture has no recipe
     * @throws UserError if the file cannot be read, is no PNG, or its recipe is damaged, of a newer version or of another
     *     picture
     */
    public static List<RgbImages> images(Path png) {
        Optional<GridRecipe> found = recipe(png);
        if (found.isEmpty()) {
            return List.of();
        }
        GridRecipe recipe = found.get();
        BufferedImage picture = picture(png);
        if (picture.getWidth() != recipe.pictureWidth() || picture.getHeight() != recipe.pictureHeight()) {
            throw new UserError(png + " is " + picture.getWidth() + " x " + picture.getHeight()
                    + " pixels large, not " + recipe.pictureWidth() + " x " + recipe.pictureHeight()
                    + " as its recipe says; it was changed, and its images cannot be taken from it.");
        }
        List<RgbImages> rows = new ArrayList<>();
        for (int row = 0; row < recipe.widths().size(); row++) {
            rows.add(row(picture, recipe, row));
        }
        return rows;
    }

    private static BufferedImage picture(Path png) {
        try {
            BufferedImage picture = ImageIO.read(png.toFile());
            if (picture == null) {
                throw new UserError(png + " is no PNG picture; nothing can be read from it.");
            }
            return picture;
        } catch (IOException e) {
            throw FileProblems.cannotRead(png, e);
        }
    }

    /** The upper left pixel of each square. */
    private static RgbImages row(BufferedImage picture, GridRecipe recipe, int row) {
        int size = recipe.imageSize();
        int step = size * recipe.scale() + recipe.gap();
        int count = recipe.imagesPerWidth();
        byte[] pixels = new byte[count * size * size * 3];
        int to = 0;
        for (int n = 0; n < count; n++) {
            int left = n % recipe.columns() * step;
            int top = (row * recipe.linesPerWidth() + n / recipe.columns()) * step;
            for (int y = 0; y < size; y++) {
                for (int x = 0; x < size; x++) {
                    int rgb = picture.getRGB(left + x * recipe.scale(), top + y * recipe.scale());
                    to = fill(pixels, to, 1, rgb);
                }
            }
        }
        return new RgbImages(count, size, size, pixels);
    }

    private static void check(List<RgbImages> rows, GridRecipe recipe) {
        if (rows.size() != recipe.widths().size()) {
            throw new IllegalArgumentException(
                    "The recipe has " + recipe.widths().size() + " widths, but there are " + rows.size() + " rows.");
        }
        for (RgbImages row : rows) {
            if (row.count() != recipe.imagesPerWidth()
                    || row.height() != recipe.imageSize()
                    || row.width() != recipe.imageSize()) {
                throw new IllegalArgumentException("The recipe asks for " + recipe.imagesPerWidth() + " images of "
                        + recipe.imageSize() + " pixels in each row, but here are " + row + ".");
            }
        }
    }

    /** PNG's raw data: a line that equals the one above it is stored as no difference, which packs best. */
    private static byte[] scanlines(List<RgbImages> rows, GridRecipe recipe) {
        int lineBytes = 1 + recipe.pictureWidth() * 3;
        byte[] raw = new byte[Math.multiplyExact(lineBytes, recipe.pictureHeight())];
        byte[] gapLine = new byte[lineBytes];
        fill(gapLine, 1, recipe.pictureWidth(), recipe.background());
        byte[] noDifference = new byte[lineBytes];
        noDifference[0] = FILTER_UP;
        int at = 0;
        int perWidth = recipe.linesPerWidth();
        for (int row = 0; row < rows.size() * perWidth; row++) {
            RgbImages images = rows.get(row / perWidth);
            int first = row % perWidth * recipe.columns();
            for (int line = 0; row > 0 && line < recipe.gap(); line++) {
                System.arraycopy(line == 0 ? gapLine : noDifference, 0, raw, at, lineBytes);
                at += lineBytes;
            }
            for (int y = 0; y < recipe.imageSize(); y++) {
                imageLine(raw, at, images, first, y, recipe);
                at += lineBytes;
                for (int repeat = 1; repeat < recipe.scale(); repeat++) {
                    System.arraycopy(noDifference, 0, raw, at, lineBytes);
                    at += lineBytes;
                }
            }
        }
        return raw;
    }

    private static void imageLine(byte[] raw, int at, RgbImages images, int first, int y, GridRecipe recipe) {
        raw[at] = FILTER_NONE;
        int to = at + 1;
        for (int column = 0; column < recipe.columns(); column++) {
            if (column > 0) {
                to = fill(raw, to, recipe.gap(), recipe.background());
            }
            if (first + column >= images.count()) {
                to = fill(raw, to, images.width() * recipe.scale(), recipe.background());
                continue;
            }
            for (int x = 0; x < images.width(); x++) {
                to = fill(raw, to, recipe.scale(), images.argb(first + column, y, x));
            }
        }
    }

    private static int fill(byte[] bytes, int from, int pixels, int rgb) {
        int to = from;
        for (int i = 0; i < pixels; i++) {
            bytes[to++] = (byte) (rgb >> 16);
            bytes[to++] = (byte) (rgb >> 8);
            bytes[to++] = (byte) rgb;
        }
        return to;
    }
}
