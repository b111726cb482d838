package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDScope;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;

/**
 * Owns the tensors that the calling thread makes in a try block: they are closed at its end but for those that are kept.
 * It also says whether operations are recorded for gradients; a new thread records by default, so every thread says what
 * it wants.
 */
public final class EngineScope implements AutoCloseable {

    private final NDScope scope = new NDScope();
    private final boolean recordedBefore;

    private EngineScope(boolean record) {
        scope.suppressNotUsedWarning();
        recordedBefore = JniUtils.isGradMode();
        JniUtils.setGradMode(record);
    }

    /** A scope that records. */
    public static EngineScope recording() {
        return new EngineScope(true);
    }

    /** A scope that does not record: sampling, fakes for the discriminator, optimizer steps. */
    public static EngineScope plain() {
        return new EngineScope(false);
    }

    /** Lets a tensor outlive this scope; its new owner is the caller. */
    public NDArray keep(NDArray tensor) {
        NDScope.unregister(tensor);
        return tensor;
    }

    /** {@link #keep(NDArray)} for all of these. */
    public List<NDArray> keep(List<NDArray> tensors) {
        tensors.forEach(NDScope::unregister);
        return tensors;
    }

    /** Makes this scope the owner of a tensor that another thread's scope let go. */
    public void adopt(NDArray tensor) {
        NDScope.register(tensor);
    }

    @Override
    public void close() {
        scope.close();
        JniUtils.setGradMode(recordedBefore);
    }
}
