package io.slimgan.metrics.weights;

import io.slimgan.base.UserError;
import io.slimgan.runs.tensors.ElementType;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The head of one array in NumPy's format (numpy.lib.format, versions 1 to 3).
 *
 * @param columnMajor whether the first index runs fastest in the file
 * @param bytes how long the head is
 */
record NpyHeader(ElementType type, ByteOrder order, boolean columnMajor, long[] shape, int bytes) {

    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final int MOST_BYTES = 1 << 16;
    private static final int MOST_DIMENSIONS = 32; // as in NumPy itself

    private static final Pattern TYPE = Pattern.compile("'descr'\\s*:\\s*'([<>|=]?)([a-zA-Z][0-9]*)'");
    private static final Pattern ORDER = Pattern.compile("'fortran_order'\\s*:\\s*(True|False)");
    private static final Pattern SHAPE = Pattern.compile("'shape'\\s*:\\s*\\(([0-9L,\\s]*)\\)");

    /** Reads the head from a stream, which then stands at the first element. */
    static NpyHeader read(InputStream in, Path file, String array) throws IOException {
        byte[] start = in.readNBytes(MAGIC.length + 2);
        if (start.length != MAGIC.length + 2 || !Arrays.equals(start, 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw ZipEntries.broken(file, "its entry " + array + " is no NumPy array");
        }
        byte[] size = in.readNBytes(start[MAGIC.length] == 1 ? 2 : 4);
        long length = 0;
        for (int i = size.length - 1; i >= 0; i--) {
            length = length << 8 | size[i] & 255;
        }
        if (length > MOST_BYTES) {
            throw ZipEntries.broken(file, "the head of its array " + array + " claims " + length + " bytes");
        }
        String text = new String(in.readNBytes((int) length), StandardCharsets.UTF_8);
        Matcher type = TYPE.matcher(text);
        Matcher order = ORDER.matcher(text);
        Matcher shape = SHAPE.matcher(text);
        if (!type.find() || !order.find() || !shape.find()) {
            throw ZipEntries.broken(file, "the head of its array " + array + " is not one of plain numbers");
        }
        return new NpyHeader(
                element(type.group(2), file, array),
                type.group(1).equals(">") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
                order.group(1).equals("True"),
                sizes(shape.group(1), file, array),
                start.length + size.length + (int) length);
    }

    private static ElementType element(String description, Path file, String array) {
        return switch (description) {
            case "f2" -> ElementType.FLOAT16;
            case "f4" -> ElementType.FLOAT32;
            case "f8" -> ElementType.FLOAT64;
            case "i1" -> ElementType.INT8;
            case "i2" -> ElementType.INT16;
            case "i4" -> ElementType.INT32;
            case "i8" -> ElementType.INT64;
            case "u1" -> ElementType.UINT8;
            case "b1" -> ElementType.BOOL;
            default ->
                throw new UserError("The file " + file + " cannot be read: its array " + array
                        + " holds elements of NumPy's type " + description
                        + ", but only f2, f4, f8, i1, i2, i4, i8, u1 and b1 are read. Save it again as float32.");
        };
    }

    private static long[] sizes(String text, Path file, String array) {
        String[] parts = text.replace("L", "").strip().split("\\s*,\\s*");
        if (parts.length > MOST_DIMENSIONS) {
            throw ZipEntries.broken(file, "its array " + array + " has " + parts.length + " dimensions");
        }
        try {
            return Arrays.stream(parts)
                    .filter(part -> !part.isEmpty())
                    .mapToLong(Long::parseLong)
                    .toArray();
        } catch (NumberFormatException e) {
            throw new UserError(
                    ZipEntries.broken(file, "the shape of its array " + array + " is not one of numbers")
                            .sentence(),
                    e);
        }
    }

    /** The head that NumPy would write for a row-major array, padded so that the elements begin at a multiple of 64. */
    static byte[] encode(String description, long[] shape) {
        StringBuilder sizes = new StringBuilder();
        for (long size : shape) {
            sizes.append(size).append(shape.length == 1 ? "," : ", ");
        }
        String list = sizes.toString().replaceAll(", $", "");
        String dictionary = "{'descr': '" + description + "', 'fortran_order': False, 'shape': (" + list + "), }";
        int unpadded = MAGIC.length + 4 + dictionary.length() + 1;
        String padded = dictionary + " ".repeat((64 - unpadded % 64) % 64) + "\n";
        byte[] head = new byte[MAGIC.length + 4 + padded.length()];
        System.arraycopy(MAGIC, 0, head, 0, MAGIC.length);
        head[MAGIC.length] = 1;
        head[MAGIC.length + 2] = (byte) padded.length();
        head[MAGIC.length + 3] = (byte) (padded.length() >> 8);
        byte[] text = padded.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(text, 0, head, MAGIC.length + 4, text.length);
        return head;
    }
}
