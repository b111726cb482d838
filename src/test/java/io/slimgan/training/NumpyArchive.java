package io.slimgan.training;

import io.slimgan.base.HostTensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads NumPy's .npz: float32, float64, int64 and uint8 arrays in C order, all as float32. */
public final class NumpyArchive {

    private static final Pattern HEADER =
            Pattern.compile("'descr': '([<|][a-z0-9]+)'.*'fortran_order': False.*'shape': \\(([^)]*)\\)");

    private NumpyArchive() {}

    public static Map<String, HostTensor> read(Path file) {
        Map<String, HostTensor> arrays = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                byte[] bytes = zip.getInputStream(entry).readAllBytes();
                arrays.put(entry.getName().replaceAll("\\.npy$", ""), array(entry.getName(), bytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return arrays;
    }

    private static HostTensor array(String name, byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = bytes[6] == 1 ? data.getShort(8) & 0xFFFF : data.getInt(8);
        int begin = (bytes[6] == 1 ? 10 : 12) + headerLength;
        String header = new String(bytes, 0, begin, StandardCharsets.ISO_8859_1);
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.find()) {
            throw new IllegalArgumentException("Array " + name + " has a header that is not read here: " + header);
        }
        long[] shape = Arrays.stream(matcher.group(2).split(","))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
        float[] values = new float[Math.toIntExact(HostTensor.elements(shape))];
        data.position(begin);
        for (int i = 0; i < values.length; i++) {
            values[i] = switch (matcher.group(1)) {
                case "<f4" -> data.getFloat();
                case "<f8" -> (float) data.getDouble();
                case "<i8" -> data.getLong();
                case "|u1" -> data.get() & 255;
                default -> throw new IllegalArgumentException("Array " + name + " is " + matcher.group(1));
            };
        }
        return new HostTensor(values, shape);
    }
}
