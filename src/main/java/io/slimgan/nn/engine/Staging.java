package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.slimgan.base.HostTensor;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The way from Java memory into the engine: one buffer per thread that is used again and again. The binding's own way
 * takes a new buffer outside the heap for every tensor, and these pile up until the collector happens to run.
 *
 * <p>Any thread.
 */
final class Staging {

    private final ThreadLocal<ByteBuffer> buffers = ThreadLocal.withInitial(() -> buffer(1 << 16));

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** A new tensor with these values in the engine's own memory; it belongs to the scope that is open on the thread. */
    NDArray copy(NDManager manager, HostTensor values) {
        return copy(manager, values.values(), 0, values.shape());
    }

    /** A new float32 tensor of this shape with the values from {@code from} on. */
    NDArray copy(NDManager manager, float[] values, int from, long... shape) {
        int count = Math.toIntExact(HostTensor.elements(shape));
        ByteBuffer buffer = ready(Math.multiplyExact(count, Float.BYTES));
        buffer.asFloatBuffer().put(values, from, count);
        return copy(manager, buffer, DataType.FLOAT32, shape);
    }

    /** A new float64 tensor of this shape with these values. */
    NDArray copy(NDManager manager, double[] values, long... shape) {
        ByteBuffer buffer = ready(Math.multiplyExact(values.length, Double.BYTES));
        buffer.asDoubleBuffer().put(values);
        return copy(manager, buffer, DataType.FLOAT64, shape);
    }

    private ByteBuffer ready(int bytes) {
        ByteBuffer buffer = buffers.get();
        if (buffer.capacity() < bytes) {
            buffer = buffer(bytes);
            buffers.set(buffer);
        }
        buffer.clear();
        buffer.limit(bytes);
        return buffer;
    }

    private static NDArray copy(NDManager manager, ByteBuffer buffer, DataType type, long... shape) {
        // The tensor made from a buffer is a view of it; its duplicate is the engine's own, aligned as the engine
        // likes.
        try (NDArray view = manager.create(buffer, new Shape(shape), type)) {
            return view.duplicate();
        }
    }
}
