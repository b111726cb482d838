package io.slimgan.runs.tensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void whatIsWrittenIsRead(long seed) {
        Random random = new Random(seed);
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        int count = random.nextInt(12);
        for (int i = 0; i < count; i++) {
            tensors.put(randomName(random), randomTensor(random));
        }
        Map<String, String> metadata = random.nextBoolean() ? Map.of() : Map.of("a\"b\\", "\u2603\n", "", "");
        Path file = folder.resolve("some.safetensors");
        Safetensors.write(file, tensors, metadata);
        TensorFile read = Safetensors.readAll(file);
        assertThat(read.tensors()).isEqualTo(tensors);
        assertThat(read.metadata()).isEqualTo(metadata);
    }

    @Test
    void everyBitPatternSurvives() {
        float[] odd = {Float.NaN, Float.intBitsToFloat(0x7fa00001), -0f, Float.MIN_VALUE, Float.NEGATIVE_INFINITY};
        Path file = folder.resolve("odd.safetensors");
        Safetensors.write(file, Map.of("x", new HostTensor(odd, new long[] {5})), Map.of());
        float[] read = Safetensors.read(file).values().iterator().next().values();
        for (int i = 0; i < odd.length; i++) {
            assertThat(Float.floatToRawIntBits(read[i])).isEqualTo(Float.floatToRawIntBits(odd[i]));
        }
    }

    /** Little-endian length, JSON header padded with spaces to 8 bytes, data: as the format's description has it. */
    @Test
    void theBytesAreTheFormats() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        tensors.put("out.weight", new HostTensor(new float[] {1, -2}, new long[] {2, 1}));
        tensors.put("b.count", new HostTensor(new float[] {0.5f}, new long[] {}));
        Safetensors.write(out, tensors, Map.of("made by", "slimgan"));
        String header = "{\"__metadata__\":{\"made by\":\"slimgan\"},"
                + "\"b.count\":{\"dtype\":\"F32\",\"shape\":[],\"data_offsets\":[0,4]},"
                + "\"out.weight\":{\"dtype\":\"F32\",\"shape\":[2,1],\"data_offsets\":[4,12]}}";
        int padded = (header.length() + 7) / 8 * 8;
        assertThat(HexFormat.of().formatHex(out.toByteArray()))
                .isEqualTo(HexFormat.of().toHexDigits((byte) padded) + "00000000000000"
                        + HexFormat.of().formatHex(header.getBytes(StandardCharsets.US_ASCII))
                        + "20".repeat(padded - header.length())
                        + "0000003f" + "0000803f" + "000000c0");
    }

    @Test
    void everyShorterFileIsRefused() throws IOException {
        byte[] whole = sound();
        for (int length = 0; length < whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(torn)).isInstanceOf(UserError.class).hasMessageContaining("x.safetensors");
        }
        assertThatThrownBy(() -> read(Arrays.copyOf(whole, whole.length + 1)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("need 12 bytes, but 13 are there");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[] | does not begin with {",
                "{\"a\":} | no valid JSON",
                "{} {} | no valid JSON",
                "{\"a\":{\"dtype\":\"F16\",\"shape\":[1],\"data_offsets\":[0,4]}} | a holds F16, but only F32",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,4]}} | does not fill 4 bytes",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[-1],\"data_offsets\":[0,4]}} | whole numbers from 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1.0],\"data_offsets\":[0,4]}} | whole numbers from 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296],\"data_offsets\":[0,4]}} | too large",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,0]}} | is no range",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4,4]}} | is no range",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}} | begins at byte 4, not 0",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4],\"x\":1}} | does not have exactly",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1]}} | does not have exactly",
                "{\"a\":7} | does not have exactly",
                "{\"__metadata__\":{\"a\":1}} | is no text",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[0],\"data_offsets\":[0,0]},"
                        + "\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | no valid JSON",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},"
                        + "\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}} | b begins at byte 0, not 4",
                "{\"a\":{\"dtype\":\"F32\",\"shape\":[100000000],\"data_offsets\":[0,400000000]}} | need 400000000 bytes",
            })
    void malformedHeadersAreRefused(String header, String why) {
        assertThatThrownBy(() -> read(file(header, 4)))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("x.safetensors")
                .hasMessageContaining(why);
    }

    @Test
    void absurdHeaderLengthsAreRefusedBeforeAllocation() {
        for (long length : new long[] {-1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 31, 0, 1, 100}) {
            byte[] bytes = ByteBuffer.allocate(64)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(length)
                    .array();
            assertThatThrownBy(() -> read(bytes)).isInstanceOf(UserError.class).hasMessageContaining("header");
        }
    }

    @Test
    void missingFilesAreNamed() {
        assertThatThrownBy(() -> Safetensors.read(folder.resolve("none.safetensors")))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("none.safetensors cannot be read: it does not exist");
        assertThat(Files.exists(folder.resolve("none.safetensors"))).isFalse();
    }

    private static byte[] sound() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Safetensors.write(out, Map.of("w", new HostTensor(new float[] {1, 2, 3}, new long[] {3})), Map.of());
        return out.toByteArray();
    }

    private static byte[] file(String header, int dataBytes) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + dataBytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .array();
    }

    private static TensorFile read(byte[] bytes) throws IOException {
        return Safetensors.read(new ByteArrayInputStream(bytes), bytes.length, "x.safetensors");
    }

    private static String randomName(Random random) {
        return random.ints(1 + random.nextInt(20), 32, 0x2fff)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static HostTensor randomTensor(Random random) {
        long[] shape = random.longs(random.nextInt(5), 0, random.nextInt(8) == 0 ? 40 : 8)
                .toArray();
        float[] values = new float[(int) HostTensor.elements(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(random.nextInt());
        }
        return new HostTensor(values, shape);
    }
}
