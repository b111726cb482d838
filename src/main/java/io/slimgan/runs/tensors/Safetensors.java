package io.slimgan.runs.tensors;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.HostTensor;
import io.slimgan.base.Sha256;
import io.slimgan.base.UserError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The safetensors format (github.com/huggingface/safetensors, "Format"): eight bytes little-endian length of a JSON
 * header, the header (name to dtype, shape and data_offsets), then the data without holes. Only float32 is written and
 * read, which is all that a run's networks and optimizers hold. Equal content gives equal bytes: tensors stand in the
 * order of their names. Other people's files may hold other types: {@link #readNumbers}. For any thread.
 */
public final class Safetensors {

    private static final int CHUNK_FLOATS = 1 << 14;

    private Safetensors() {}

    /**
     * Writes or replaces a file in one step.
     *
     * @param tensors by name; any name but {@code __metadata__}
     * @param metadata free text by key; empty for none
     * @throws UserError if the disk does not take it
     */
    public static void write(Path file, Map<String, HostTensor> tensors, Map<String, String> metadata) {
        AtomicFiles.write(file, out -> write(out, tensors, metadata));
    }

    /** The same bytes onto a stream, which stays open. */
    public static void write(OutputStream out, Map<String, HostTensor> tensors, Map<String, String> metadata)
            throws IOException {
        SortedMap<String, HostTensor> sorted = new TreeMap<>(tensors);
        byte[] header = SafetensorsHeader.encode(sorted, new TreeMap<>(metadata));
        out.write(buffer(Long.BYTES).putLong(header.length).array());
        out.write(header);
        ByteBuffer chunk = buffer(CHUNK_FLOATS * Float.BYTES);
        for (HostTensor tensor : sorted.values()) {
            float[] values = tensor.values();
            for (int at = 0; at < values.length; at += CHUNK_FLOATS) {
                int count = Math.min(CHUNK_FLOATS, values.length - at);
                chunk.asFloatBuffer().put(values, at, count);
                out.write(chunk.array(), 0, count * Float.BYTES);
            }
        }
    }

    /**
     * SHA-256 of the file that {@link #write(Path, Map, Map)} makes of these tensors without metadata, lower-case hex: a
     * name for weights by their content, wherever they came from.
     */
    public static String sha256(Map<String, HostTensor> tensors) {
        MessageDigest digest = Sha256.begin();
        try {
            write(new DigestOutputStream(OutputStream.nullOutputStream(), digest), tensors, Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // nothing is written anywhere
        }
        return Sha256.hex(digest);
    }

    /**
     * Reads every tensor of a file.
     *
     * @throws UserError if the file is missing, malformed, or holds something other than float32
     */
    public static Map<String, HostTensor> read(Path file) {
        return readAll(file).tensors();
    }

    /** {@link #read(Path)} with the file's metadata. */
    public static TensorFile readAll(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, Files.size(file), file.toString());
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }

    /**
     * Reads a file's content from a stream, from its first byte to its last; nothing is allocated before its size has
     * been checked against {@code size}.
     *
     * @param size the file's length in bytes
     * @param name what to call the file in an error's sentence
     * @throws UserError if it is malformed
     */
    public static TensorFile read(InputStream in, long size, String name) throws IOException {
        return read(in, size, name, SafetensorsHeader.FLOAT32_ONLY);
    }

    /**
     * {@link #read(Path)} of files that may hold floats of other sizes, whole numbers and truth values as well, all of
     * which become float32.
     */
    public static Map<String, HostTensor> readNumbers(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, Files.size(file), file.toString(), SafetensorsHeader.TYPES)
                    .tensors();
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }

    private static TensorFile read(InputStream in, long size, String name, Map<String, ElementType> allowed)
            throws IOException {
        SafetensorsHeader header = readHeader(in, size, name, allowed);
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        for (SafetensorsHeader.Entry entry : header.entries()) {
            tensors.put(entry.name(), new HostTensor(readFloats(in, entry, name), entry.shape()));
        }
        return new TensorFile(tensors, header.metadata());
    }

    private static SafetensorsHeader readHeader(
            InputStream in, long size, String name, Map<String, ElementType> allowed) throws IOException {
        if (size < Long.BYTES) {
            throw SafetensorsHeader.malformed(
                    name, "it has " + size + " bytes, fewer than the 8 of its header's length");
        }
        byte[] length = readExactly(in, Long.BYTES, name);
        long headerBytes =
                ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong();
        if (headerBytes < 2 || headerBytes > Math.min(SafetensorsHeader.MAX_BYTES, size - Long.BYTES)) {
            throw SafetensorsHeader.malformed(
                    name, "its header is said to have " + Long.toUnsignedString(headerBytes) + " bytes");
        }
        byte[] json = readExactly(in, (int) headerBytes, name);
        return SafetensorsHeader.decode(json, size - Long.BYTES - headerBytes, name, allowed);
    }

    private static float[] readFloats(InputStream in, SafetensorsHeader.Entry entry, String name) throws IOException {
        float[] values = new float[entry.elements()];
        try {
            entry.type().read(in, ByteOrder.LITTLE_ENDIAN, values);
        } catch (EOFException e) {
            throw new UserError(
                    SafetensorsHeader.malformed(name, "it ends within " + entry.name())
                            .sentence(),
                    e);
        }
        return values;
    }

    private static byte[] readExactly(InputStream in, int count, String name) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length != count) {
            throw new EOFException(name + " became shorter while it was read");
        }
        return bytes;
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
