package io.slimgan.runs.events;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Reads the records of one file that may still grow: remembers the place of the first record that is not complete, and
 * goes on there. A record whose checksum is wrong is passed over by its length; where the length itself is damaged, the
 * next sound header is looked for.
 */
final class RecordReader {

    private static final int BLOCK = 1 << 20;

    /** So much damage at the end of a growing file is looked at again, since it may be content that is not there yet. */
    private static final int PATIENCE = 1 << 16;

    private static final long NOWHERE = -1;

    private final Path file;
    private ByteBuffer bytes = ByteBuffer.allocate(BLOCK).order(ByteOrder.LITTLE_ENDIAN);
    private int start;
    private int end;
    private long position; // of bytes[start] in the file
    private long lostAt = NOWHERE; // where the search for a sound header began

    RecordReader(Path file) {
        this(file, 0);
    }

    /** Begins at a byte that need not be a record's first: the next sound header is looked for. */
    RecordReader(Path file, long position) {
        this.file = file;
        this.position = position;
    }

    /** Takes the data of a record; what it throws counts as damage of that record. */
    @FunctionalInterface
    interface Sink {
        void record(byte[] bytes, int from, int length) throws IOException;
    }

    Path file() {
        return file;
    }

    /** How far the file was read, in bytes: everything before is dealt with. */
    long position() {
        return position;
    }

    /**
     * Reads on to the file's end.
     *
     * @param growing whether more may come; then damage at the very end may be a record under way, and waits
     */
    void read(boolean growing, Sink sink, Consumer<String> problems) throws IOException {
        start = 0;
        end = 0;
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            channel.position(position);
            long size = channel.size();
            do {
                fill(channel);
                parse(growing ? size : Long.MAX_VALUE, sink, problems);
            } while (channel.position() < size);
        }
        if (growing && lostAt != NOWHERE && position - lostAt < PATIENCE) {
            position = lostAt;
            lostAt = NOWHERE;
        }
    }

    private void fill(SeekableByteChannel channel) throws IOException {
        int held = end - start;
        int length = held >= Records.HEADER ? Records.dataLength(bytes, start) : -1;
        int needed = Records.HEADER + Math.max(length, 0) + Records.FOOTER;
        ByteBuffer target =
                needed > bytes.capacity() ? ByteBuffer.allocate(needed + BLOCK).order(ByteOrder.LITTLE_ENDIAN) : bytes;
        System.arraycopy(bytes.array(), start, target.array(), 0, held);
        bytes = target;
        start = 0;
        bytes.limit(bytes.capacity()).position(held);
        end = held + Math.max(channel.read(bytes), 0);
        bytes.clear();
    }

    /** Deals with every record that lies in the buffer as a whole. */
    private void parse(long growingEnd, Sink sink, Consumer<String> problems) {
        while (end - start >= Records.HEADER) {
            int length = Records.dataLength(bytes, start);
            if (length < 0) {
                lostAt = lostAt == NOWHERE ? position : lostAt;
                skip(1);
                continue;
            }
            if (lostAt != NOWHERE) {
                problems.accept(problem("is damaged from byte " + lostAt + " to " + position + "; events are missing"));
                lostAt = NOWHERE;
            }
            int whole = Records.HEADER + length + Records.FOOTER;
            if (end - start < whole) {
                return;
            }
            boolean sound = Records.dataIsSound(bytes, start, length);
            if (!sound && position + whole == growingEnd) {
                return; // Some file systems show a file's new size before its new content.
            }
            take(sound, length, sink, problems);
            skip(whole);
        }
    }

    private void take(boolean sound, int length, Sink sink, Consumer<String> problems) {
        if (!sound) {
            problems.accept(problem("has a damaged event at byte " + position + "; it was passed over"));
            return;
        }
        try {
            sink.record(bytes.array(), start + Records.HEADER, length);
        } catch (IOException e) {
            problems.accept(problem("has an event at byte " + position + " that is not understood ("
                    + e.getClass().getSimpleName() + "); it was passed over"));
        }
    }

    private String problem(String what) {
        return "The event file " + file.getFileName() + " " + what + ".";
    }

    private void skip(int count) {
        start += count;
        position += count;
    }
}
