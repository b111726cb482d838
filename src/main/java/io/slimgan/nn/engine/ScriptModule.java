package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A program in the engine's script language, made from source at run time. Its methods may be called from any thread;
 * {@link #close()} only when no call is under way.
 */
public final class ScriptModule implements AutoCloseable {

    private final PtNDManager owner;
    private final PtSymbolBlock block;
    private final Map<String, NDArray> selectors = new ConcurrentHashMap<>();

    private ScriptModule(PtNDManager owner, PtSymbolBlock block) {
        this.owner = owner;
        this.block = block;
    }

    /** Compiles the source, which defines one class of this name. */
    public static ScriptModule compile(String className, String source) {
        // Not through the binding's Model, which leaves an empty temporary folder behind for each one that is loaded.
        PtNDManager owner = (PtNDManager) NDManager.newBaseManager();
        try {
            InputStream archive = new ByteArrayInputStream(ScriptArchive.of(className, source));
            return new ScriptModule(owner, JniUtils.loadModule(owner, archive, false, false));
        } catch (IOException e) {
            owner.close();
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    /**
     * Calls a method with gradients recorded. The names of the arrays steer how they are packed into arguments: unnamed
     * ones are single tensors, neighbours with one name that ends in "[]" are a list.
     */
    public NDList callRecording(String method, NDList arguments) {
        NDList all = new NDList(arguments);
        all.add(selectors.computeIfAbsent(method, this::selector));
        return IValueUtils.forward(block, all, true);
    }

    /** The binding finds the method's name in the name of a tensor that is not passed on. */
    private NDArray selector(String method) {
        try (EngineScope scope = EngineScope.plain()) {
            NDArray selector = scope.keep(owner.create(0f)); // outlives the step in which it is first needed
            selector.setName("module_method:" + method);
            return selector;
        }
    }

    /** Calls a method that only changes its arguments in place; nothing is recorded. */
    public void callInPlace(String method, IValue... arguments) {
        IValueUtils.runMethod(block, method, arguments).close();
    }

    /** Calls a method that gives one tensor, for reading only; nothing is recorded. */
    public NDArray callForResult(NDManager manager, String method, IValue... arguments) {
        try (IValue result = IValueUtils.runMethod(block, method, arguments)) {
            return result.toTensor((PtNDManager) manager);
        }
    }

    /** A list argument. Closed by who makes it. */
    public static IValue list(List<NDArray> arrays) {
        return IValue.listFrom(arrays.toArray(new PtNDArray[0]));
    }

    @Override
    public void close() {
        block.close();
        owner.close();
    }
}
