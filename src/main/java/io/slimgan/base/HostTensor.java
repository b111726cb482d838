package io.slimgan.base;

import java.util.Arrays;

/**
 * A float32 tensor in Java memory: what checkpoints hold and what passes between rooms that do not share an engine.
 *
 * <p>The arrays are not copied; who makes one gives them away.
 *
 * @param values the entries in row-major order
 * @param shape the sizes, outermost first; empty for a scalar
 */
public record HostTensor(float[] values, long[] shape) {

    public HostTensor {
        if (elements(shape) != values.length) {
            throw new IllegalArgumentException("A tensor of shape " + Arrays.toString(shape) + " has " + elements(shape)
                    + " entries, not " + values.length + ".");
        }
    }

    /** The number of entries of a tensor of this shape. */
    public static long elements(long... shape) {
        long n = 1;
        for (long size : shape) {
            n = Math.multiplyExact(n, size);
        }
        return n;
    }

    /** By content, bit by bit, so that two states can be compared exactly. */
    @Override
    public boolean equals(Object other) {
        if (!(other instanceof HostTensor that) || !Arrays.equals(shape, that.shape)) {
            return false;
        }
        for (int i = 0; i < values.length; i++) {
            if (Float.floatToRawIntBits(values[i]) != Float.floatToRawIntBits(that.values[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(shape) + Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return "float32" + Arrays.toString(shape);
    }
}
