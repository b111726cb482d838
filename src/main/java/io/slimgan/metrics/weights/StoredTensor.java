package io.slimgan.metrics.weights;

import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import io.slimgan.runs.tensors.ElementType;
import java.util.Arrays;

/**
 * A tensor as a file describes it: a window into a storage. Storages need not be in row-major order; those of the
 * original Inception files are not.
 *
 * @param offset of the first element, in elements
 * @param stride how many elements lie between neighbours of each dimension
 */
record StoredTensor(Storage storage, long offset, long[] shape, long[] stride) {

    /**
     * A run of numbers in the file.
     *
     * @param key its name in the file
     */
    record Storage(String key, ElementType type, long elements) {}

    /**
     * Row-major values out of the storage's.
     *
     * @throws UserError if the window does not lie inside the storage or is larger than it
     */
    HostTensor read(float[] stored, String name, String file, TensorBudget budget) {
        if (stride.length != shape.length || offset < 0) {
            throw outside(name, file);
        }
        if (Arrays.stream(shape).anyMatch(size -> size == 0)) {
            return new HostTensor(new float[budget.take(name, shape, Float.BYTES)], shape);
        }
        boolean rowMajor = offset == 0;
        long expected = 1;
        long last = offset;
        for (int d = shape.length - 1; d >= 0; d--) {
            if (shape[d] < 0 || stride[d] < 0 || shape[d] > stored.length || stride[d] > stored.length) {
                throw outside(name, file);
            }
            rowMajor &= shape[d] == 1 || stride[d] == expected;
            expected = Math.min(expected * shape[d], Integer.MAX_VALUE); // both below 2^31
            last += (shape[d] - 1) * stride[d];
        }
        if (expected > stored.length || last >= stored.length) {
            throw outside(name, file);
        }
        if (rowMajor && expected == stored.length) {
            return new HostTensor(stored, shape);
        }
        return new HostTensor(gather(stored, budget.take(name, shape, Float.BYTES)), shape);
    }

    private float[] gather(float[] stored, int count) {
        float[] values = new float[count];
        long[] index = new long[shape.length];
        long place = offset;
        for (int i = 0; i < count; i++) {
            values[i] = stored[(int) place];
            for (int d = shape.length - 1; d >= 0; d--) {
                place += stride[d];
                if (++index[d] < shape[d]) {
                    break;
                }
                place -= shape[d] * stride[d];
                index[d] = 0;
            }
        }
        return values;
    }

    private UserError outside(String name, String file) {
        return new UserError("The file " + file + " is no sound weight file: its tensor " + name + " of shape "
                + Arrays.toString(shape) + " and strides " + Arrays.toString(stride)
                + " does not lie inside its storage of " + storage.elements + " elements. Use another copy of it.");
    }

    @Override
    public boolean equals(Object other) {
        return this == other; // two descriptions are never compared
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
