package io.slimgan.data.pixels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.RgbImages;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Held against Pillow 9.4 on synthetic pictures (make_vectors.py in the test resources). */
class ResamplerTest {

    static Stream<String> vectors() throws IOException {
        try (InputStream in = Objects.requireNonNull(ResamplerTest.class.getResourceAsStream("pillow-bilinear.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void equalsPillowByteForByte(String vector) {
        String[] parts = vector.split(" ");
        RgbImages image = noise(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));

        byte[] resized = Resampler.resize(image, Integer.parseInt(parts[3]), Integer.parseInt(parts[2]))
                .pixels();

        byte[] head = HexFormat.of().parseHex(parts[5]);
        assertThat(Arrays.copyOf(resized, head.length)).isEqualTo(head);
        CRC32 checksum = new CRC32();
        checksum.update(resized);
        assertThat(checksum.getValue()).isEqualTo(Long.parseLong(parts[4], 16));
    }

    @ParameterizedTest
    @CsvSource({"1,1,16,16", "5,7,3,2", "100,3,7,9", "33,33,32,32", "2,64,5,64"})
    void keepsAPlainColourWhatEverTheSizes(int width, int height, int newWidth, int newHeight) {
        for (int level : new int[] {0, 1, 127, 254, 255}) {
            byte[] pixels = new byte[width * height * 3];
            Arrays.fill(pixels, (byte) level);
            RgbImages resized = Resampler.resize(new RgbImages(1, height, width, pixels), newHeight, newWidth);
            assertThat(resized.width()).isEqualTo(newWidth);
            assertThat(resized.height()).isEqualTo(newHeight);
            for (byte value : resized.pixels()) {
                assertThat(value).isEqualTo((byte) level);
            }
        }
    }

    @Test
    void theSameSizeIsTheSameImage() {
        RgbImages image = noise(13, 11);
        assertThat(Resampler.resize(image, 11, 13)).isEqualTo(image);
    }

    @ParameterizedTest
    @CsvSource({"9,4,2,0", "4,9,0,2", "178,218,0,20", "8,5,1,0", "5,5,0,0"})
    void theSquareIsTheMiddleOne(int width, int height, int left, int top) {
        RgbImages image = noise(width, height);
        int side = Math.min(width, height);

        RgbImages square = Resampler.squareOf(image, side);

        assertThat(square.width()).isEqualTo(side);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                assertThat(square.argb(0, y, x)).isEqualTo(image.argb(0, top + y, left + x));
            }
        }
    }

    @Test
    void severalImagesAtOnceAreRefused() {
        RgbImages two = new RgbImages(2, 1, 1, new byte[6]);
        assertThatThrownBy(() -> Resampler.resize(two, 2, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    /** The picture that make_vectors.py makes too. */
    private static RgbImages noise(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.length; i++) {
            int h = (i + 1) * 0x9e3779b1;
            h ^= h >>> 15;
            h *= 0x85ebca77;
            pixels[i] = (byte) (h >>> 24);
        }
        return new RgbImages(1, height, width, pixels);
    }
}
