package io.slimgan.runs.events;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * The frame around each event (TensorFlow's TFRecord format): uint64 length, masked CRC-32C of those eight bytes, the
 * data, masked CRC-32C of the data; all little-endian.
 */
final class Records {

    /** Bytes before the data. */
    static final int HEADER = Long.BYTES + Integer.BYTES;

    /** Bytes after the data. */
    static final int FOOTER = Integer.BYTES;

    /** No event of ours comes near; a longer one is taken for damage. */
    static final long MAX_DATA = 1L << 28;

    private static final int MASK_DELTA = 0xa282ead8;

    private Records() {}

    static byte[] frame(byte[] data) {
        ByteBuffer record = ByteBuffer.allocate(HEADER + data.length + FOOTER).order(ByteOrder.LITTLE_ENDIAN);
        record.putLong(data.length);
        record.putInt(maskedCrc(record.array(), 0, Long.BYTES));
        record.put(data);
        record.putInt(maskedCrc(data, 0, data.length));
        return record.array();
    }

    /** The data's length if a sound header begins at {@code at}, else -1. */
    static int dataLength(ByteBuffer bytes, int at) {
        long length = bytes.getLong(at);
        boolean sound = length >= 0
                && length <= MAX_DATA
                && bytes.getInt(at + Long.BYTES) == maskedCrc(bytes.array(), at, Long.BYTES);
        return sound ? (int) length : -1;
    }

    /** Whether the data of the record at {@code at} is what was written. */
    static boolean dataIsSound(ByteBuffer bytes, int at, int length) {
        return bytes.getInt(at + HEADER + length) == maskedCrc(bytes.array(), at + HEADER, length);
    }

    /** Rotated and shifted, as the format wants it: a CRC over data that holds CRCs is weak otherwise. */
    static int maskedCrc(byte[] bytes, int from, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, from, length);
        return Integer.rotateRight((int) crc.getValue(), 15) + MASK_DELTA;
    }
}
