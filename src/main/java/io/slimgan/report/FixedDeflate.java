package io.slimgan.report;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * A small compressor for pictures whose output depends on nothing but its input. {@code java.util.zip.Deflater} calls
 * whichever zlib the system has, and their bytes differ, while an exported grid can be made again bit for bit.
 *
 * <p>One deflate block with the fixed Huffman codes (RFC 1951, 3.2.6) in zlib's frame (RFC 1950). Repeats are looked
 * for one pixel back, one byte back and where the same three bytes came last: enlarged pixels are just that.
 */
final class FixedDeflate {

    private static final int WINDOW = 32_768;
    private static final int LONGEST = 258;
    private static final int SHORTEST = 3;
    private static final int HASH_BITS = 15;
    private static final int END_OF_BLOCK = 256;
    private static final int FIRST_LENGTH_CODE = 257;
    private static final int[] LENGTHS = {
        3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227,
        258
    };
    private static final int[] DISTANCES = {
        1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097,
        6145, 8193, 12289, 16385, 24577
    };

    private final byte[] data;
    private final ByteArrayOutputStream out;
    private final int[] lastPlace = new int[1 << HASH_BITS];
    private long bits;
    private int bitCount;

    private FixedDeflate(byte[] data) {
        this.data = data;
        this.out = new ByteArrayOutputStream(data.length / 4 + 64);
        Arrays.fill(lastPlace, -1);
    }

    /** The zlib stream of {@code data}. */
    static byte[] compress(byte[] data) {
        FixedDeflate deflate = new FixedDeflate(data);
        deflate.out.write(0x78); // deflate, window of 32 KiB
        deflate.out.write(0x01); // no dictionary, fastest; makes the two a multiple of 31
        deflate.block();
        Adler32 adler = new Adler32();
        adler.update(data);
        for (int shift = 24; shift >= 0; shift -= 8) {
            deflate.out.write((int) (adler.getValue() >> shift));
        }
        return deflate.out.toByteArray();
    }

    private void block() {
        put(1, 1); // the last block
        put(1, 2); // with fixed codes
        int at = 0;
        while (at < data.length) {
            int before = at + 2 < data.length ? lastPlace[hash(at)] : -1;
            int distance = best(at, before);
            int length = distance == 0 ? 0 : matching(at, at - distance);
            if (length < SHORTEST) {
                symbol(data[at] & 255);
                length = 1;
            } else {
                repeat(length, distance);
            }
            remember(at, at + length);
            at += length;
        }
        symbol(END_OF_BLOCK);
        put(0, (8 - bitCount % 8) % 8);
    }

    /** The distance of the longest of the candidates, the nearest of equals; 0 for none. */
    private int best(int at, int before) {
        int best = 0;
        int longest = SHORTEST - 1;
        for (int distance : new int[] {1, 3, before < 0 ? 0 : at - before}) {
            if (distance > 0 && distance <= WINDOW && distance <= at) {
                int length = matching(at, at - distance);
                if (length > longest) {
                    longest = length;
                    best = distance;
                }
            }
        }
        return best;
    }

    private int matching(int at, int earlier) {
        int most = Math.min(LONGEST, data.length - at);
        int length = 0;
        while (length < most && data[at + length] == data[earlier + length]) {
            length++;
        }
        return length;
    }

    private void remember(int from, int to) {
        int last = Math.min(to, data.length - 2);
        for (int i = from; i < last; i++) {
            lastPlace[hash(i)] = i;
        }
    }

    private int hash(int at) {
        int three = (data[at] & 255) | (data[at + 1] & 255) << 8 | (data[at + 2] & 255) << 16;
        return three * 0x9E3779B1 >>> 32 - HASH_BITS;
    }

    private void repeat(int length, int distance) {
        int lengthCode = code(LENGTHS, length);
        symbol(FIRST_LENGTH_CODE + lengthCode);
        boolean longest = lengthCode == LENGTHS.length - 1;
        put(length - LENGTHS[lengthCode], longest || lengthCode < 8 ? 0 : lengthCode / 4 - 1);
        int distanceCode = code(DISTANCES, distance);
        put(Integer.reverse(distanceCode) >>> 32 - 5, 5);
        put(distance - DISTANCES[distanceCode], distanceCode < 4 ? 0 : distanceCode / 2 - 1);
    }

    private static int code(int[] table, int value) {
        int place = Arrays.binarySearch(table, value);
        return place >= 0 ? place : -place - 2;
    }

    /** A literal or length symbol by the fixed code; Huffman codes stand with their first bit first. */
    private void symbol(int symbol) {
        if (symbol < 144) {
            putReversed(0x30 + symbol, 8);
        } else if (symbol < 256) {
            putReversed(0x190 + symbol - 144, 9);
        } else if (symbol < 280) {
            putReversed(symbol - 256, 7);
        } else {
            putReversed(0xC0 + symbol - 280, 8);
        }
    }

    private void putReversed(int code, int count) {
        put(Integer.reverse(code) >>> 32 - count, count);
    }

    private void put(int value, int count) {
        bits |= (long) value << bitCount;
        bitCount += count;
        while (bitCount >= 8) {
            out.write((int) bits);
            bits >>>= 8;
            bitCount -= 8;
        }
    }
}
