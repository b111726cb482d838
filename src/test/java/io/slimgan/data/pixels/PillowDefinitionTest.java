package io.slimgan.data.pixels;

import static org.assertj.core.api.Assertions.assertThat;

import io.slimgan.base.RgbImages;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The resampler against method G's words, written down here once more in the plainest way, and against Pillow 9.4. The
 * vectors come from
 *
 * <pre>
 * def picture(w, h):
 *     return bytes((7*x*x + 13*y*y + 5*x*y + 50*c) % 256 for y in range(h) for x in range(w) for c in range(3))
 * Image.frombytes("RGB", (w, h), picture(w, h)).resize((W, H), Image.BILINEAR).tobytes()
 * </pre>
 *
 * those of more pixels as their MD5.
 */
class PillowDefinitionTest {

    private static final int BITS = 22;

    /** "Triangle filter of radius s = in/out": for larger pictures it is 1. */
    private static byte[] line(byte[] from, int to) {
        int count = from.length;
        double scale = (double) count / to;
        double s = Math.max(1, scale);
        byte[] result = new byte[to];
        for (int i = 0; i < to; i++) {
            double centre = (i + 0.5) * scale;
            int first = Math.max(0, (int) (centre - s + 0.5));
            int end = Math.min(count, (int) (centre + s + 0.5));
            double sum = 0;
            for (int j = first; j < end; j++) {
                sum += triangle((j - centre + 0.5) / s);
            }
            long level = 1L << BITS - 1;
            for (int j = first; j < end; j++) {
                double weight = triangle((j - centre + 0.5) / s) / sum;
                level += (from[j] & 255) * (long) Math.floor(weight * (1 << BITS) + 0.5);
            }
            result[i] = (byte) Math.max(0, Math.min(255, level >> BITS));
        }
        return result;
    }

    private static double triangle(double x) {
        return Math.max(0, 1 - Math.abs(x));
    }

    /** "Horizontal pass first, uint8 rounding after each pass", channel by channel. */
    private static byte[] resized(byte[] rgb, int width, int height, int newWidth, int newHeight) {
        byte[] result = new byte[newWidth * newHeight * 3];
        for (int c = 0; c < 3; c++) {
            byte[][] rows = new byte[height][];
            for (int y = 0; y < height; y++) {
                byte[] row = new byte[width];
                for (int x = 0; x < width; x++) {
                    row[x] = rgb[3 * (y * width + x) + c];
                }
                rows[y] = line(row, newWidth);
            }
            for (int x = 0; x < newWidth; x++) {
                byte[] column = new byte[height];
                for (int y = 0; y < height; y++) {
                    column[y] = rows[y][x];
                }
                byte[] fresh = line(column, newHeight);
                for (int y = 0; y < newHeight; y++) {
                    result[3 * (y * newWidth + x) + c] = fresh[y];
                }
            }
        }
        return result;
    }

    static Stream<Arguments> sizes() {
        Stream<Arguments> known =
                Stream.of(Arguments.of(96, 96, 48, 48), Arguments.of(178, 178, 64, 64), Arguments.of(32, 32, 48, 48));
        Stream<Arguments> drawn = IntStream.range(0, 60).mapToObj(seed -> {
            Random random = new Random(seed);
            return Arguments.of(
                    1 + random.nextInt(70), 1 + random.nextInt(70), 1 + random.nextInt(50), 1 + random.nextInt(50));
        });
        return Stream.concat(known, drawn);
    }

    @ParameterizedTest
    @MethodSource("sizes")
    void isWhatTheMethodSays(int width, int height, int newWidth, int newHeight) {
        byte[] rgb = new byte[width * height * 3];
        new Random(width * 31L + height).nextBytes(rgb);
        byte[] expected = resized(rgb, width, height, newWidth, newHeight);
        assertThat(Resampler.resize(new RgbImages(1, height, width, rgb), newHeight, newWidth)
                        .pixels())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "6,6,3,3,17497b4779a7909487677da1848e9079828b8e628f7c698e7c6a9c",
        "5,4,2,3,1143754c7eb03466987badb77ba5ae957e6f",
        "3,2,5,4,00326403356707396b1446781c4e8003356707396b0c3e70194b7d2254860a3c6e0e40721547792456882d5f910d3f71124476194b7d295b8d336597",
        "9,7,4,2,3f628c6c89a0877e7f907f7d90638c7e748c7e788a8e9273"
    })
    void isWhatPillowMakes(int width, int height, int newWidth, int newHeight, String hex) {
        assertThat(Resampler.resize(picture(width, height), newHeight, newWidth).pixels())
                .isEqualTo(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @CsvSource({
        "96,48,36127a45714a307b162cde3d27955cfc",
        "178,64,0b14c835a9e38188ba7e68848b814915",
        "32,48,6c365f21cd0d82864f7687346d8b9cc7",
        "96,64,918f1005c82f4be45e148335e3dda09b",
        "130,128,03ad9e048fa7a91181f9827ba8fc3994"
    })
    void isWhatPillowMakesOfTheDatasetsSizes(int size, int newSize, String md5) throws NoSuchAlgorithmException {
        byte[] pixels = Resampler.resize(picture(size, size), newSize, newSize).pixels();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(pixels)))
                .isEqualTo(md5);
    }

    /** torchvision: {@code int(round((h - side) / 2))}, and Python rounds halves to the even side. */
    @ParameterizedTest
    @CsvSource({"10,10,0", "11,10,0", "12,10,1", "13,10,2", "14,10,2", "15,10,2", "17,10,4"})
    void bigGansSquareLiesAsTorchvisionCuts(int length, int side, int margin) {
        RgbImages wide = picture(length, side);
        RgbImages high = picture(side, length);
        assertThat(Resampler.evenSquareOf(wide, side).argb(0, 3, 4)).isEqualTo(wide.argb(0, 3, 4 + margin));
        assertThat(Resampler.evenSquareOf(high, side).argb(0, 3, 4)).isEqualTo(high.argb(0, 3 + margin, 4));
    }

    @Test
    void thePictureIsTheOneOfTheVectors() {
        assertThat(picture(6, 6).argb(0, 2, 1)).isEqualTo(0xFF000000 | 69 << 16 | 119 << 8 | 169);
    }

    private static RgbImages picture(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            pixels[i] = (byte) (7 * x * x + 13 * y * y + 5 * x * y + 50 * (i % 3));
        }
        return new RgbImages(1, height, width, pixels);
    }
}
