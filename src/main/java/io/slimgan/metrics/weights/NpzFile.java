package io.slimgan.metrics.weights;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;

/**
 * NumPy's {@code .npz}: a zip of arrays. Numbers of any size and byte order are read, row- or column-major, compressed or
 * not; objects and texts are refused. For any thread.
 */
public final class NpzFile {

    private static final String SUFFIX = ".npy";
    private static final int CHUNK = 1 << 13;

    private NpzFile() {}

    @FunctionalInterface
    private interface Elements<T> {
        T read(InputStream in, NpyHeader header, int count) throws IOException;
    }

    /**
     * Every array as float32.
     *
     * @throws UserError if the file is missing, damaged, or holds something other than numbers
     */
    public static Map<String, HostTensor> read(Path file) {
        return readAll(file, Float.BYTES, (in, header, count) -> {
            float[] values = new float[count];
            header.type().read(in, header.order(), values);
            return new HostTensor(
                    header.columnMajor() ? ColumnMajor.toRows(values, header.shape()) : values, header.shape());
        });
    }

    /** {@link #read(Path)} in float64, such as pytorch-fid's statistics mu and sigma. */
    public static Map<String, DoubleTensor> readDoubles(Path file) {
        return readAll(file, Double.BYTES, (in, header, count) -> {
            double[] values = new double[count];
            header.type().read(in, header.order(), values);
            return new DoubleTensor(
                    header.columnMajor() ? ColumnMajor.toRows(values, header.shape()) : values, header.shape());
        });
    }

    /**
     * The names of the arrays, without reading any.
     *
     * @throws UserError if the file is missing or no zip file
     */
    public static List<String> names(Path file) {
        try (ZipEntries zip = ZipEntries.open(file)) {
            return zip.names().stream()
                    .filter(entry -> entry.endsWith(SUFFIX))
                    .map(entry -> entry.substring(0, entry.length() - SUFFIX.length()))
                    .toList();
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }

    private static <T> Map<String, T> readAll(Path file, int width, Elements<T> elements) {
        TensorBudget budget = new TensorBudget(file.toString());
        Map<String, T> arrays = new LinkedHashMap<>();
        try (ZipEntries zip = ZipEntries.open(file)) {
            for (String entry : zip.names()) {
                if (entry.endsWith(SUFFIX)) {
                    String name = entry.substring(0, entry.length() - SUFFIX.length());
                    arrays.put(name, read(zip, entry, file, budget, width, elements));
                }
            }
        } catch (ZipException | EOFException e) {
            throw new UserError(
                    ZipEntries.broken(file, "an array in it is damaged").sentence(), e);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
        if (arrays.isEmpty()) {
            throw ZipEntries.broken(file, "it holds no arrays");
        }
        return arrays;
    }

    private static <T> T read(
            ZipEntries zip, String entry, Path file, TensorBudget budget, int width, Elements<T> elements)
            throws IOException {
        long size = zip.size(entry);
        try (InputStream in = zip.open(entry)) {
            NpyHeader header = NpyHeader.read(in, file, entry);
            int count = budget.take(entry, header.shape(), width);
            if ((long) count * header.type().bytes() != size - header.bytes()) {
                throw ZipEntries.broken(file, "the shape of its array " + entry + " does not fit its length");
            }
            return elements.read(in, header, count);
        }
    }

    /**
     * Writes or replaces a file in one step, float32, uncompressed, in the order of the names: equal content gives equal
     * bytes.
     *
     * @throws UserError if the disk does not take it
     */
    public static void write(Path file, Map<String, HostTensor> tensors) {
        AtomicFiles.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, HostTensor> tensor : new TreeMap<>(tensors).entrySet()) {
                begin(zip, tensor.getKey(), "<f4", tensor.getValue().shape());
                floats(zip, tensor.getValue().values());
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    /** {@link #write} in float64, such as pytorch-fid's statistics. */
    public static void writeDoubles(Path file, Map<String, DoubleTensor> tensors) {
        AtomicFiles.write(file, out -> {
            ZipOutputStream zip = new ZipOutputStream(out);
            zip.setLevel(Deflater.NO_COMPRESSION);
            for (Map.Entry<String, DoubleTensor> tensor : new TreeMap<>(tensors).entrySet()) {
                begin(zip, tensor.getKey(), "<f8", tensor.getValue().shape());
                doubles(zip, tensor.getValue().values());
                zip.closeEntry();
            }
            zip.finish();
        });
    }

    private static void begin(ZipOutputStream zip, String name, String description, long[] shape) throws IOException {
        ZipEntry entry = new ZipEntry(name + SUFFIX);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // the same bytes every time, as NumPy does
        zip.putNextEntry(entry);
        zip.write(NpyHeader.encode(description, shape));
    }

    private static void floats(OutputStream out, float[] values) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < values.length; at += CHUNK) {
            int count = Math.min(CHUNK, values.length - at);
            chunk.asFloatBuffer().put(values, at, count);
            out.write(chunk.array(), 0, count * Float.BYTES);
        }
    }

    private static void doubles(OutputStream out, double[] values) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < values.length; at += CHUNK) {
            int count = Math.min(CHUNK, values.length - at);
            chunk.asDoubleBuffer().put(values, at, count);
            out.write(chunk.array(), 0, count * Double.BYTES);
        }
    }
}
