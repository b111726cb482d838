package io.slimgan.nn.engine;

import ai.djl.MalformedModelException;
import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.IValueUtils;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/**
 * A program in the engine's script language, made from source at run time. Its methods may be called from any thread;
 * {@link #close()} only when no call is under way.
 */
final class ScriptModule implements AutoCloseable {

    /** Holds the native module: it is freed with its model, so the model must stay referenced. */
    private final Model model;

    private final PtSymbolBlock block;

    private ScriptModule(Model model) {
        this.model = model;
        this.block = (PtSymbolBlock) model.getBlock();
    }

    /** Compiles the source, which defines one class of this name. */
    static ScriptModule compile(String className, String source) {
        Model model = Model.newInstance(className, "PyTorch");
        try {
            model.load(new ByteArrayInputStream(ScriptArchive.of(className, source)));
        } catch (IOException | MalformedModelException e) {
            model.close();
            throw new IllegalStateException("The engine refused a program of ours: " + e.getMessage(), e);
        }
        return new ScriptModule(model);
    }

    /**
     * Calls a method with gradients recorded. The names of the arrays steer how they are packed into arguments: unnamed
     * ones are single tensors, neighbours with one name that ends in "[]" are a list.
     */
    NDList callRecording(String method, NDList arguments) {
        NDManager manager = arguments.get(0).getManager();
        try (NDArray selector = manager.create(0f)) {
            selector.setName("module_method:" + method);
            NDList all = new NDList(arguments);
            all.add(selector);
            return IValueUtils.forward(block, all, true);
        }
    }

    /** Calls a method that only changes its arguments in place; nothing is recorded. */
    void callInPlace(String method, IValue... arguments) {
        IValueUtils.runMethod(block, method, arguments).close();
    }

    /** Calls a method that gives one tensor, for reading only; nothing is recorded. */
    NDArray callForResult(NDManager manager, String method, IValue... arguments) {
        try (IValue result = IValueUtils.runMethod(block, method, arguments)) {
            return result.toTensor((PtNDManager) manager);
        }
    }

    /** A list argument. Closed by who makes it. */
    static IValue list(List<NDArray> arrays) {
        return IValue.listFrom(arrays.toArray(new PtNDArray[0]));
    }

    @Override
    public void close() {
        model.close();
    }
}
