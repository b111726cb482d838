package io.slimgan.runs.tensors;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;

/** How numbers lie in a file. All are read as double, whose values hold every one of them but large 64-bit integers. */
public enum ElementType {
    FLOAT16(2),
    BFLOAT16(2),
    FLOAT32(4),
    FLOAT64(8),
    INT8(1),
    INT16(2),
    INT32(4),
    INT64(8),
    UINT8(1),
    BOOL(1);

    private static final int CHUNK_BYTES = 1 << 16;

    private final int bytes;

    ElementType(int bytes) {
        this.bytes = bytes;
    }

    /** How many bytes one number takes. */
    public int bytes() {
        return bytes;
    }

    /** As sentences call it, such as float32. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The next number of a buffer. */
    private double next(ByteBuffer from) {
        return switch (this) {
            case FLOAT16 -> half(from.getShort());
            case BFLOAT16 -> Float.intBitsToFloat(from.getShort() << 16);
            case FLOAT32 -> from.getFloat();
            case FLOAT64 -> from.getDouble();
            case INT8 -> from.get();
            case INT16 -> from.getShort();
            case INT32 -> from.getInt();
            case INT64 -> from.getLong();
            case UINT8, BOOL -> from.get() & 255;
        };
    }

    /** Numbers from a stream as float32; the stream ends with an EOFException if it is too short. */
    public void read(InputStream in, ByteOrder order, float[] into) throws IOException {
        int perChunk = CHUNK_BYTES / bytes;
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int at = 0; at < into.length; at += perChunk) {
            int count = Math.min(perChunk, into.length - at);
            ByteBuffer view = chunk(in, chunk, count * bytes).order(order);
            if (this == FLOAT32) {
                view.asFloatBuffer().get(into, at, count);
                continue;
            }
            for (int i = 0; i < count; i++) {
                into[at + i] = (float) next(view);
            }
        }
    }

    /** {@link #read(InputStream, ByteOrder, float[])} in double. */
    public void read(InputStream in, ByteOrder order, double[] into) throws IOException {
        int perChunk = CHUNK_BYTES / bytes;
        byte[] chunk = new byte[CHUNK_BYTES];
        for (int at = 0; at < into.length; at += perChunk) {
            int count = Math.min(perChunk, into.length - at);
            ByteBuffer view = chunk(in, chunk, count * bytes).order(order);
            for (int i = 0; i < count; i++) {
                into[at + i] = next(view);
            }
        }
    }

    private static ByteBuffer chunk(InputStream in, byte[] chunk, int count) throws IOException {
        if (in.readNBytes(chunk, 0, count) != count) {
            throw new EOFException("it ends within a tensor");
        }
        return ByteBuffer.wrap(chunk, 0, count);
    }

    /** IEEE 754 binary16. */
    public static float half(short bits) {
        int exponent = bits >> 10 & 31;
        int fraction = bits & 1023;
        int sign = (bits & 0x8000) << 16;
        if (exponent == 0) {
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        int wide = exponent == 31 ? 255 : exponent + 112;
        return Float.intBitsToFloat(sign | wide << 23 | fraction << 13);
    }
}
