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
        int bytes = Math.multiplyExact(values.values().length, Float.BYTES);
        ByteBuffer buffer = buffers.get();
        if (buffer.capacity() < bytes) {
            buffer = buffer(bytes);
            buffers.set(buffer);
        }
        buffer.clear();
        buffer.asFloatBuffer().put(values.values());
        buffer.limit(bytes);
        // The tensor made from a buffer is a view of it; its duplicate is the engine's own, aligned as the engine
        // likes.
        try (NDArray view = manager.create(buffer, new Shape(values.shape()), DataType.FLOAT32)) {
            return view.duplicate();
        }
    }
}
