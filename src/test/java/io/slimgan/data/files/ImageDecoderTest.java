package io.slimgan.data.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.RgbImages;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Held against Pillow 9.4's {@code exif_transpose(image).convert("RGB")} (make_vectors.py in the test resources). */
class ImageDecoderTest {

    @TempDir
    Path folder;

    static Stream<String> vectors() throws IOException {
        try (InputStream in = Objects.requireNonNull(ImageDecoderTest.class.getResourceAsStream("pillow-rgb.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII).lines().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void readsWhatPillowReads(String vector) throws Exception {
        String[] parts = vector.split(" ");
        // JPEG decoders may differ by a level or two (method G); everything else is exact.
        int tolerance = parts[0].endsWith(".jpg") ? 2 : 0;

        RgbImages image = ImageDecoder.decode(resource(parts[0])).image();

        assertThat(image.width()).isEqualTo(Integer.parseInt(parts[1]));
        assertThat(image.height()).isEqualTo(Integer.parseInt(parts[2]));
        byte[] expected = HexFormat.of().parseHex(parts[3]);
        for (int i = 0; i < expected.length; i++) {
            assertThat(image.pixels()[i] & 255)
                    .as("%s, byte %d", parts[0], i)
                    .isBetween((expected[i] & 255) - tolerance, (expected[i] & 255) + tolerance);
        }
    }

    @Test
    void colourProfilesAreLeftOut() throws Exception {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        byte[] whole = Files.readAllBytes(resource("colour.jpg"));
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(whole, 0, 2);
        int length = 2 + 14 + profile.length;
        with.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xE2, (byte) (length >> 8), (byte) length});
        with.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.US_ASCII));
        with.writeBytes(profile);
        with.write(whole, 2, whole.length - 2);
        Path file = Files.write(folder.resolve("profile.jpg"), with.toByteArray());
        assertThat(ImageDecoder.decode(file)).isEqualTo(ImageDecoder.decode(resource("colour.jpg")));
    }

    @Test
    void tellsOfTransparency() throws Exception {
        assertThat(ImageDecoder.decode(resource("alpha.png")).transparent()).isTrue();
        assertThat(ImageDecoder.decode(resource("grey-alpha.png")).transparent())
                .isTrue();
        assertThat(ImageDecoder.decode(resource("colour.png")).transparent()).isFalse();
    }

    @Test
    void ofSixteenBitsTheUpperEightCount() throws Exception {
        BufferedImage deep = new BufferedImage(16, 16, BufferedImage.TYPE_USHORT_GRAY);
        for (int i = 0; i < 256; i++) {
            deep.getRaster().setSample(i % 16, i / 16, 0, i << 8 | 0x80);
        }
        Path file = folder.resolve("deep.png");
        ImageIO.write(deep, "png", file.toFile());

        byte[] pixels = ImageDecoder.decode(file).image().pixels();

        for (int i = 0; i < pixels.length; i++) {
            assertThat(pixels[i]).isEqualTo((byte) (i / 3));
        }
    }

    @Test
    void theContentCountsNotTheName() throws Exception {
        Path file = folder.resolve("really-a-png.jpg");
        Files.copy(resource("colour.png"), file);
        assertThat(ImageDecoder.decode(file).image())
                .isEqualTo(ImageDecoder.decode(resource("colour.png")).image());
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour.jpg", "progressive.jpg", "cmyk.jpg", "colour.png", "palette.gif", "colour.bmp"})
    void aFileThatIsCutOffIsBroken(String name) throws Exception {
        byte[] whole = Files.readAllBytes(resource(name));
        for (int length : new int[] {0, 1, 5, 20, whole.length / 2, whole.length * 3 / 4}) {
            Path file = folder.resolve(name);
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> ImageDecoder.decode(file))
                    .as("%s cut to %d bytes", name, length)
                    .isInstanceOf(BrokenImageException.class)
                    .hasMessageNotContaining("null");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"colour.jpg", "turned-6.jpg", "cmyk.jpg", "alpha.png", "palette.gif", "colour.bmp"})
    void damagedBytesNeverLeadToAnotherKindOfError(String name) throws Exception {
        byte[] whole = Files.readAllBytes(resource(name));
        Random random = new Random(name.hashCode());
        Path file = folder.resolve(name);
        int decoded = 0;
        for (int i = 0; i < 200; i++) {
            byte[] damaged = whole.clone();
            for (int j = 0; j < 3; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            Files.write(file, damaged);
            try {
                RgbImages image = ImageDecoder.decode(file).image();
                assertThat(image.pixels()).isNotEmpty();
                decoded++;
            } catch (BrokenImageException e) {
                assertThat(e.reason()).isNotBlank();
            }
        }
        assertThat(decoded).isLessThan(200);
    }

    @Test
    void textIsNoImageAndAMissingFileIsNotABrokenOne() throws Exception {
        Path text = Files.writeString(folder.resolve("notes.png"), "these are not pixels at all");
        assertThatThrownBy(() -> ImageDecoder.decode(text))
                .isInstanceOf(BrokenImageException.class)
                .hasMessageContaining("no JPEG, PNG, BMP or GIF");
        assertThatThrownBy(() -> ImageDecoder.decode(folder.resolve("gone.png")))
                .isInstanceOf(IOException.class);
    }

    @Test
    void aHugeImageIsRefusedBeforeItIsDecoded() throws Exception {
        byte[] jpeg = Files.readAllBytes(resource("colour.jpg"));
        int frame = 0;
        while ((jpeg[frame] & 255) != 0xFF || (jpeg[frame + 1] & 255) != 0xC0) {
            frame++;
        }
        Arrays.fill(jpeg, frame + 5, frame + 9, (byte) 0x7F);
        Path file = Files.write(folder.resolve("huge.jpg"), jpeg);
        assertThatThrownBy(() -> ImageDecoder.decode(file))
                .isInstanceOf(BrokenImageException.class)
                .hasMessageContaining("at most 100,000,000");
    }

    private static Path resource(String name) throws URISyntaxException {
        return Path.of(
                Objects.requireNonNull(ImageDecoderTest.class.getResource(name)).toURI());
    }
}
