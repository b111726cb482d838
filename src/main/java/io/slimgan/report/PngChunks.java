package io.slimgan.report;

import io.slimgan.base.UserError;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;

/** The chunks of a PNG file (ISO 15948): a picture of ours in, one text out. */
final class PngChunks {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10};
    private static final int MAX_TEXT = 1 << 22;
    private static final byte EIGHT_BITS = 8;
    private static final byte RGB = 2;

    private PngChunks() {}

    /**
     * A whole file.
     *
     * @param scanlines for each line its filter and width * 3 bytes
     */
    static byte[] file(int width, int height, String keyword, String text, byte[] scanlines) {
        ByteArrayOutputStream out = head(width, height);
        // Keyword, not compressed, no language, no translated keyword, text.
        chunk(out, "iTXt", (keyword + "\0\0\0\0\0" + text).getBytes(StandardCharsets.UTF_8));
        return tail(out, scanlines);
    }

    /** A whole file without a text. */
    static byte[] file(int width, int height, byte[] scanlines) {
        return tail(head(width, height), scanlines);
    }

    private static ByteArrayOutputStream head(int width, int height) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        ByteBuffer header = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(EIGHT_BITS)
                .put(RGB);
        chunk(out, "IHDR", header.array());
        return out;
    }

    private static byte[] tail(ByteArrayOutputStream out, byte[] scanlines) {
        chunk(out, "IDAT", FixedDeflate.compress(scanlines));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
        byte[] typed = Arrays.copyOf(type.getBytes(StandardCharsets.US_ASCII), 4 + data.length);
        System.arraycopy(data, 0, typed, 4, data.length);
        out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        out.writeBytes(typed);
        out.writeBytes(ByteBuffer.allocate(4).putInt(crc(typed)).array());
    }

    private static int crc(byte[] typed) {
        CRC32 crc = new CRC32();
        crc.update(typed);
        return (int) crc.getValue();
    }

    /**
     * The text of a keyword, from an iTXt or tEXt chunk; empty if the picture has none.
     *
     * @param size the file's length in bytes
     * @throws UserError if the file is no PNG, or that chunk is damaged
     */
    static Optional<String> text(DataInputStream in, long size, String keyword, String name) throws IOException {
        if (!Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
            throw new UserError(name + " is no PNG picture; choose a grid that this program exported.");
        }
        long left = size - SIGNATURE.length;
        while (left >= 12) {
            long length = Integer.toUnsignedLong(in.readInt());
            byte[] type = in.readNBytes(4);
            String typeName = new String(type, StandardCharsets.US_ASCII);
            if (length > left - 12) {
                throw damaged(name);
            }
            if (typeName.equals("IEND")) {
                break;
            }
            if (length <= MAX_TEXT && (typeName.equals("iTXt") || typeName.equals("tEXt"))) {
                byte[] typed = Arrays.copyOf(type, 4 + (int) length);
                in.readFully(typed, 4, (int) length);
                boolean sound = in.readInt() == crc(typed);
                Optional<String> text = typeName.equals("iTXt") ? international(typed, keyword) : latin(typed, keyword);
                if (text.isPresent() && !sound) {
                    throw damaged(name);
                }
                if (text.isPresent()) {
                    return text;
                }
            } else {
                in.skipNBytes(length + 4);
            }
            left -= length + 12;
        }
        return Optional.empty();
    }

    private static Optional<String> latin(byte[] typed, String keyword) {
        int end = zero(typed, 4);
        return hasKeyword(typed, end, keyword)
                ? Optional.of(new String(typed, end + 1, typed.length - end - 1, StandardCharsets.ISO_8859_1))
                : Optional.empty();
    }

    private static Optional<String> international(byte[] typed, String keyword) throws IOException {
        int end = zero(typed, 4);
        if (!hasKeyword(typed, end, keyword) || end + 3 > typed.length) {
            return Optional.empty();
        }
        boolean compressed = typed[end + 1] != 0;
        int from = zero(typed, zero(typed, end + 3) + 1) + 1;
        byte[] text = Arrays.copyOfRange(typed, Math.min(from, typed.length), typed.length);
        if (compressed) { // as other programs may have stored it again
            try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(text))) {
                text = in.readNBytes(MAX_TEXT);
            }
        }
        return Optional.of(new String(text, StandardCharsets.UTF_8));
    }

    private static boolean hasKeyword(byte[] typed, int end, String keyword) {
        return end < typed.length && new String(typed, 4, end - 4, StandardCharsets.ISO_8859_1).equals(keyword);
    }

    /** The place of the next zero byte, or the end. */
    private static int zero(byte[] bytes, int from) {
        int at = from;
        while (at < bytes.length && bytes[at] != 0) {
            at++;
        }
        return at;
    }

    private static UserError damaged(String name) {
        return new UserError(name + " is a damaged PNG picture; use another copy of it.");
    }
}
