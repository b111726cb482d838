package io.slimgan.data.official;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of unsigned bytes in MNIST's IDX format (method G): a big-endian magic number 0x800 + dimensions, the length of
 * each dimension, the bytes. Packed with gzip or not, as its first bytes say.
 *
 * @param sizes of the dimensions, such as (count, 28, 28)
 * @param bytes all values, row-major; not copied
 */
public record IdxFile(int[] sizes, byte[] bytes) {

    private static final int BUFFER = 1 << 16;

    /** Twenty times MNIST: beyond this the header is nonsense. */
    private static final long LARGEST = 1L << 30;

    /**
     * Reads a whole file.
     *
     * @param dimensions how many it must have
     * @throws UserError if it is damaged, cut off, too long or of another kind
     */
    public static IdxFile read(Path file, int dimensions) {
        try (InputStream in = plain(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            return read(file, dimensions, in);
        } catch (EOFException e) {
            throw cut(file, e);
        } catch (ZipException e) {
            throw new UserError(file + " is damaged (" + e.getMessage() + "); download it again.", e);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }

    private static InputStream plain(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean packed = in.read() == 0x1f && in.read() == 0x8b;
        in.reset();
        return packed ? new GZIPInputStream(in, BUFFER) : in;
    }

    private static IdxFile read(Path file, int dimensions, InputStream in) throws IOException {
        byte[] head = in.readNBytes(4 + 4 * dimensions);
        int expected = 0x800 + dimensions;
        int magic = head.length < 4 ? 0 : ByteBuffer.wrap(head).getInt();
        if (head.length >= 4 && magic != expected) {
            throw new UserError(String.format(
                    "%s begins with 0x%08x and not with 0x%08x, so it is no IDX file of %s; download it again.",
                    file, magic, expected, dimensions == 3 ? "images" : "labels"));
        }
        if (head.length < 4 + 4 * dimensions) {
            throw cut(file, new EOFException());
        }
        int[] sizes = new int[dimensions];
        long total = 1;
        ByteBuffer numbers = ByteBuffer.wrap(head, 4, 4 * dimensions);
        for (int i = 0; i < dimensions; i++) {
            sizes[i] = numbers.getInt();
            total = sizes[i] < 1 || total > LARGEST ? LARGEST + 1 : total * sizes[i];
        }
        if (total > LARGEST) {
            throw new UserError(file + " says that it holds " + Arrays.toString(sizes)
                    + " values, which cannot be; it is damaged: download it again.");
        }
        byte[] bytes = in.readNBytes((int) total);
        if (bytes.length < total) {
            throw cut(file, new EOFException());
        }
        if (in.read() >= 0) {
            throw new UserError(file + " goes on after the " + total
                    + " values that its header announces; it is damaged: download it again.");
        }
        return new IdxFile(sizes, bytes);
    }

    private static UserError cut(Path file, EOFException e) {
        return new UserError(file + " is cut off before its end; download it again.", e);
    }
}
