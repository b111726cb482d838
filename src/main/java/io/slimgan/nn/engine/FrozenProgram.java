package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import io.slimgan.base.HostTensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A program of the engine with frozen weights: methods that each turn one tensor into another with a common list of
 * constants {@code c}. Nothing is recorded for gradients. Owns its native memory. One thread at a time.
 */
public final class FrozenProgram implements AutoCloseable {

    private static final String CLASS = "Frozen";

    private static final String HEAD = String.join(
            "\n",
            "class Frozen(Module):",
            "  __parameters__ = []",
            "  __buffers__ = []",
            "  training : bool",
            "  _is_full_backward_hook : Optional[bool]",
            "  def forward(self: __torch__.Frozen, x: Tensor) -> Tensor:",
            "    return x",
            "");

    private final NDManager manager;
    private final ScriptModule script;
    private final Staging staging = new Staging();
    private final IValue constants;

    private FrozenProgram(ScriptModule script, List<HostTensor> weights) {
        this.script = script;
        this.manager = NDManager.newBaseManager();
        List<NDArray> arrays = new ArrayList<>();
        weights.forEach(weight -> arrays.add(staging.copy(manager, weight)));
        this.constants = ScriptModule.list(arrays);
    }

    /**
     * Compiles a program; loads the engine at first use.
     *
     * @param methods the body of each method by its name: lines in the engine's script language over its argument
     *     {@code x} and the constants {@code c[0]}, {@code c[1]}, …, the last of which returns a tensor
     * @param constants what {@code c} holds
     */
    public static FrozenProgram compile(Map<String, List<String>> methods, List<HostTensor> constants) {
        EngineFacts.load();
        StringBuilder source = new StringBuilder(HEAD);
        methods.forEach((name, lines) -> {
            source.append("  def ").append(name);
            source.append("(self: __torch__.Frozen, x: Tensor, c: List[Tensor]) -> Tensor:\n");
            lines.forEach(line -> source.append("    ").append(line).append('\n'));
        });
        return new FrozenProgram(ScriptModule.compile(CLASS, source.toString()), constants);
    }

    /** A tensor with these values, in the engine's memory; it belongs to the scope that is open on the thread. */
    public NDArray input(HostTensor values) {
        return staging.copy(manager, values);
    }

    /** What a method makes of a tensor; it belongs to the scope that is open on the thread. */
    public NDArray call(String method, NDArray x) {
        try (IValue argument = IValue.from((PtNDArray) x)) {
            return script.callForResult(manager, method, argument, constants);
        }
    }

    @Override
    public void close() {
        constants.close();
        script.close();
        manager.close();
    }
}
