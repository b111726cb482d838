package io.slimgan.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.ClassChoice;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageGridPngTest {

    private static final int BACKGROUND = 0x12FE07;
    private static final String GOLDEN = "dc963c9b03ff2233ab64419d41e117b08611f836d48ae08102186259accabf27";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"1,0,1,1,4", "1,2,3,5,8", "2,1,4,6,32", "3,0,2,2,5", "16,64,2,3,7", "4,2,4,10,32"})
    void everyPixelBecomesASquareAndTheGapsAreBackground(int scale, int gap, int widths, int seeds, int size)
            throws IOException {
        GridRecipe recipe = recipe(scale, gap, widths, seeds, size);
        List<RgbImages> rows = images(widths, seeds, size, 1);
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(ImageGridPng.encode(rows, recipe)));
        assertThat(picture.getWidth()).isEqualTo(recipe.pictureWidth());
        assertThat(picture.getHeight()).isEqualTo(recipe.pictureHeight());
        Path file = Files.write(folder.resolve("grid.png"), ImageGridPng.encode(rows, recipe));
        assertThat(ImageGridPng.images(file)).as("read back").isEqualTo(rows);
        int pitch = size * scale + gap;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                boolean inGap = x % pitch >= size * scale || y % pitch >= size * scale;
                int expected = inGap
                        ? 0xFF000000 | BACKGROUND
                        : rows.get(y / pitch).argb(x / pitch, y % pitch / scale, x % pitch / scale);
                assertThat(picture.getRGB(x, y)).isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0,1,4,2", "2,3,1,5,2", "1,2,2,7,3", "3,1,1,64,8", "2,0,3,1,1"})
    void moreImagesThanALineHoldsGoOnInTheNext(int scale, int gap, int widths, int seeds, int columns)
            throws IOException {
        int size = 4;
        GridRecipe recipe = recipe(scale, gap, widths, seeds, size).inLinesOf(columns);
        List<RgbImages> rows = images(widths, seeds, size, 2);
        Path file = folder.resolve("wrapped.png");
        ImageGridPng.write(file, rows, recipe);
        BufferedImage picture = ImageIO.read(file.toFile());
        int lines = (seeds + columns - 1) / columns;
        int pitch = size * scale + gap;
        assertThat(picture.getWidth()).isEqualTo(columns * pitch - gap);
        assertThat(picture.getHeight()).isEqualTo(widths * lines * pitch - gap);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                int at = y / pitch % lines * columns + x / pitch;
                boolean empty = x % pitch >= size * scale || y % pitch >= size * scale || at >= seeds;
                int expected = empty
                        ? 0xFF000000 | BACKGROUND
                        : rows.get(y / pitch / lines).argb(at, y % pitch / scale, x % pitch / scale);
                assertThat(picture.getRGB(x, y)).isEqualTo(expected);
            }
        }
        assertThat(ImageGridPng.recipe(file)).contains(recipe);
        assertThat(ImageGridPng.images(file)).isEqualTo(rows);
        assertThat(recipe.toJson().contains("\"schema\":1"))
                .as("an older version refuses only what it cannot draw")
                .isEqualTo(columns == seeds);
    }

    @Test
    void theRecipeComesBackAndMakesTheSameFileAgain() throws IOException {
        GridRecipe recipe = recipe(4, 2, 4, 10, 32);
        Path first = folder.resolve("a.png");
        ImageGridPng.write(first, images(4, 10, 32, 7), recipe);
        GridRecipe read = ImageGridPng.recipe(first).orElseThrow();
        assertThat(read).isEqualTo(recipe);
        Path second = folder.resolve("b.png");
        ImageGridPng.write(second, images(4, 10, 32, 7), read);
        assertThat(first).hasSameBinaryContentAs(second);
    }

    /** Changes only when the format of the file is changed on purpose: old exports can then no longer be made again. */
    @Test
    void theBytesAreTheSameOnEveryMachine() throws NoSuchAlgorithmException {
        byte[] png = ImageGridPng.encode(images(4, 10, 32, 7), recipe(4, 2, 4, 10, 32));
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(png);
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(GOLDEN);
    }

    @Test
    void enlargedPicturesArePacked() {
        int raw = 1280 * 518 * 3;
        assertThat(ImageGridPng.encode(images(4, 10, 32, 7), recipe(4, 2, 4, 10, 32)).length)
                .isLessThan(raw / 6);
    }

    @Test
    void picturesWithoutRecipeHaveNone() throws IOException {
        Path png = folder.resolve("plain.png");
        ImageIO.write(new BufferedImage(3, 3, BufferedImage.TYPE_INT_RGB), "png", png.toFile());
        assertThat(ImageGridPng.recipe(png)).isEmpty();
        assertThat(ImageGridPng.images(png)).isEmpty();
    }

    @Test
    void aRecipeAsPlainTextIsReadToo() throws IOException {
        GridRecipe recipe = new GridRecipe("a", 1, List.of(1.0), List.of(1L), 1, 0, "1", 1, 0, "", 1);
        byte[] png = ImageGridPng.encode(images(1, 1, 1, 1), recipe);
        byte[] text = ("tEXt" + ImageGridPng.KEYWORD + "\0" + recipe.toJson()).getBytes(StandardCharsets.ISO_8859_1);
        CRC32 crc = new CRC32();
        crc.update(text);
        ByteBuffer other = ByteBuffer.allocate(33 + text.length + 8);
        other.put(png, 0, 33).putInt(text.length - 4).put(text).putInt((int) crc.getValue());
        Path file = Files.write(folder.resolve("text.png"), other.array());
        assertThat(ImageGridPng.recipe(file)).contains(recipe);
    }

    @Test
    void theChosenClassesAreKeptAndOlderLayoutsStayAsTheyWere() throws IOException {
        GridRecipe bySeed = recipe(1, 2, 2, 6, 4);
        assertThat(bySeed.toJson()).startsWith("{\"schema\":1,").doesNotContain("class");
        assertThat(bySeed.inLinesOf(3).toJson()).startsWith("{\"schema\":2,");
        List<ClassChoice> choices = List.of(ClassChoice.IN_TURN, new ClassChoice.One(4), new ClassChoice.Every(2, 5));
        for (ClassChoice choice : choices) {
            GridRecipe recipe = bySeed.of(choice);
            Path png = folder.resolve("classes.png");
            List<RgbImages> rows = images(2, recipe.imagesPerWidth(), 4, 3);
            ImageGridPng.write(png, rows, recipe);
            assertThat(recipe.toJson()).startsWith("{\"schema\":3,").doesNotContain("columns");
            assertThat(ImageGridPng.recipe(png)).contains(recipe);
            assertThat(ImageGridPng.images(png)).isEqualTo(rows);
        }
        assertThatThrownBy(() -> GridRecipe.fromJson(
                        bySeed.of(ClassChoice.IN_TURN).toJson().replace("in turn", "odd"), "x.png"))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("odd");
    }

    @Test
    void everyClassIsALineOfClassesOrALinePerClass() {
        GridRecipe one = recipe(1, 0, 3, 1, 4).of(new ClassChoice.Every(0, 7));
        assertThat(one.pictureWidth()).isEqualTo(7 * 4);
        assertThat(one.pictureHeight()).isEqualTo(3 * 4);
        GridRecipe several = recipe(1, 0, 1, 5, 4).of(new ClassChoice.Every(0, 7));
        assertThat(several.pictureWidth()).isEqualTo(5 * 4);
        assertThat(several.pictureHeight()).isEqualTo(7 * 4);
    }

    @Test
    void whatIsNoPictureIsRefusedByName() throws IOException {
        Path note = Files.writeString(folder.resolve("note.png"), "hello");
        assertThatThrownBy(() -> ImageGridPng.recipe(note))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("note.png is no PNG picture");
        assertThatThrownBy(() -> ImageGridPng.recipe(folder.resolve("none.png")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("does not exist");
        Path newer = Files.write(
                folder.resolve("newer.png"),
                PngChunks.file(1, 1, ImageGridPng.KEYWORD, "{\"schema\":4}", new byte[] {0, 1, 2, 3}));
        assertThatThrownBy(() -> ImageGridPng.recipe(newer))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("newer.png was written by a newer version");
    }

    @Test
    void noTornOrFlippedRecipeIsTakenForSound() throws IOException {
        GridRecipe recipe = recipe(1, 0, 1, 1, 2);
        byte[] png = ImageGridPng.encode(images(1, 1, 2, 1), recipe);
        Path file = folder.resolve("x.png");
        for (int at = 0; at < png.length; at++) {
            byte[] flipped = png.clone();
            flipped[at] ^= 1;
            for (byte[] broken : List.of(flipped, Arrays.copyOf(png, at))) {
                Files.write(file, broken);
                try {
                    ImageGridPng.recipe(file).ifPresent(read -> assertThat(read).isEqualTo(recipe));
                } catch (UserError e) {
                    assertThat(e.sentence()).contains("x.png");
                }
            }
        }
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> recipe(17, 0, 1, 1, 4))
                .isInstanceOf(UserError.class)
                .hasMessage("The grid's scale is 17; allowed is 1 to 16.");
        assertThatThrownBy(() -> recipe(16, 0, 8, 64, 128))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("at most 50 are allowed");
    }

    static GridRecipe recipe(int scale, int gap, int widths, int seeds, int size) {
        List<Double> multipliers = new ArrayList<>();
        for (int i = 1; i <= widths; i++) {
            multipliers.add(i / (double) widths);
        }
        List<Long> columns =
                LongStream.range(0, seeds).map(i -> i * i - 3).boxed().toList();
        return new GridRecipe(
                "Größe \"1\"", 10_000, multipliers, columns, scale, gap, "0.1.0", size, BACKGROUND, "00ff", seeds);
    }

    static List<RgbImages> images(int rows, int count, int size, long seed) {
        Random random = new Random(seed);
        List<RgbImages> all = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            byte[] pixels = new byte[count * size * size * 3];
            random.nextBytes(pixels);
            all.add(new RgbImages(count, size, size, pixels));
        }
        return all;
    }
}
