package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import io.slimgan.base.HostTensor;
import io.slimgan.base.Width;
import io.slimgan.nn.Layer;
import io.slimgan.nn.engine.SamplingProgram.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One width of a network as a program of the engine with its weights inside: evaluation mode, nothing recorded. Owns its
 * native memory. One thread at a time.
 */
public final class CompiledNetwork implements AutoCloseable {

    private static final String HEAD = String.join(
            "\n",
            "class Network(Module):",
            "  __parameters__ = []",
            "  __buffers__ = []",
            "  training : bool",
            "  _is_full_backward_hook : Optional[bool]",
            "  def forward(self: __torch__.Network, z: Tensor) -> Tensor:",
            "    return z",
            "  def run(self: __torch__.Network, z: Tensor, c: List[Tensor]) -> Tensor:",
            "");

    private final NDManager manager;
    private final ScriptModule script;
    private final IValue constants;

    private CompiledNetwork(NDManager manager, ScriptModule script, IValue constants) {
        this.manager = manager;
        this.script = script;
        this.constants = constants;
    }

    /** Compiles a network at a width, with slices of these full-width tensors. */
    public static CompiledNetwork compile(Layer network, Width width, Map<String, HostTensor> weights) {
        SamplingProgram program = new SamplingProgram();
        network.apply(
                program,
                (name, leading) -> {
                    HostTensor tensor = weights.get(name);
                    if (tensor == null) {
                        throw new IllegalArgumentException("Tensor " + name + " is missing.");
                    }
                    return Value.constant(HostSlices.leading(tensor, leading));
                },
                Value.variable("z"),
                width);
        StringBuilder source = new StringBuilder(HEAD);
        program.lines().forEach(line -> source.append("    ").append(line).append('\n'));
        EngineFacts.load();
        NDManager manager = NDManager.newBaseManager();
        List<NDArray> arrays = new ArrayList<>();
        for (HostTensor constant : program.constants()) {
            try (NDArray alias = manager.create(constant.values(), new Shape(constant.shape()))) {
                arrays.add(alias.duplicate());
            }
        }
        return new CompiledNetwork(
                manager, ScriptModule.compile("Network", source.toString()), ScriptModule.list(arrays));
    }

    /** The output for an input of this shape, row-major. */
    public float[] run(HostTensor input) {
        try (NDArray z = manager.create(input.values(), new Shape(input.shape()));
                IValue argument = IValue.from((PtNDArray) z);
                NDArray result = script.callForResult(manager, "run", argument, constants)) {
            return result.toFloatArray();
        }
    }

    @Override
    public void close() {
        constants.close();
        script.close();
        manager.close();
    }
}
