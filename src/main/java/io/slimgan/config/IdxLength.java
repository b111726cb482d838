package io.slimgan.config;

import io.slimgan.base.FileProblems;
import io.slimgan.base.UserError;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Whether a file in MNIST's IDX format is as long as its header announces, without reading it: a packed one's last four
 * bytes are the length of what is packed, as long as it is whole. For any thread.
 */
final class IdxLength {

    private static final int MAGIC = 0x800;

    /** Enough of a packed file to unpack the header, beside a stored file name and the tables of the first block. */
    private static final int HEAD = 8192;

    private IdxLength() {}

    /**
     * Looks at the first bytes and the last four.
     *
     * @throws UserError if the file is cut off or damaged; what is no IDX file at all is left to its reader
     */
    static void require(Path file, int dimensions) {
        int headLength = 4 + 4 * dimensions;
        try (RandomAccessFile in = new RandomAccessFile(file.toFile(), "r")) {
            byte[] first = new byte[(int) Math.min(HEAD, in.length())];
            in.readFully(first);
            boolean packed = first.length > 1 && (first[0] & 255) == 0x1f && (first[1] & 255) == 0x8b;
            ByteBuffer head = ByteBuffer.wrap(packed ? unpacked(first, headLength) : first);
            if (head.remaining() < headLength) {
                throw new EOFException();
            }
            if (head.getInt() != MAGIC + dimensions) {
                return;
            }
            long announced = 1;
            for (int i = 0; i < dimensions; i++) {
                announced *= head.getInt();
            }
            announced += headLength;
            if (packed ? trailer(in) != (int) announced : in.length() < announced) {
                throw new EOFException();
            }
        } catch (EOFException e) {
            throw new UserError(file + " is cut off before its end; download it again.", e);
        } catch (ZipException e) {
            throw new UserError(file + " is damaged (" + e.getMessage() + "); download it again.", e);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
    }

    private static byte[] unpacked(byte[] first, int length) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(first))) {
            // Not readNBytes, which reads ahead into what is not there: these bytes come one by one.
            byte[] head = new byte[length];
            for (int i = 0; i < length; i++) {
                int next = in.read();
                if (next < 0) {
                    throw new EOFException();
                }
                head[i] = (byte) next;
            }
            return head;
        }
    }

    private static int trailer(RandomAccessFile in) throws IOException {
        byte[] last = new byte[4];
        in.seek(in.length() - last.length);
        in.readFully(last);
        return ByteBuffer.wrap(last).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }
}
