package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import io.slimgan.base.HostTensor;
import io.slimgan.base.Width;
import io.slimgan.nn.Layer;
import io.slimgan.nn.Pass;
import io.slimgan.nn.engine.SamplingProgram.Argument;
import io.slimgan.nn.engine.SamplingProgram.Constant;
import io.slimgan.nn.engine.SamplingProgram.Program;
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
            "  def run(self: __torch__.Network, z: Tensor, y: Tensor, c: List[Tensor]) -> Tensor:",
            "");

    private final Layer network;
    private final Width width;
    private final NDManager manager;
    private final ScriptModule script;
    private final Staging staging = new Staging();
    private List<NDArray> arrays;
    private IValue constants;

    private CompiledNetwork(Layer network, Width width, NDManager manager, Program program) {
        this.network = network;
        this.width = width;
        this.manager = manager;
        StringBuilder source = new StringBuilder(HEAD);
        program.lines().forEach(line -> source.append("    ").append(line).append('\n'));
        this.script = ScriptModule.compile("Network", source.toString());
        this.arrays = arrays(program);
        this.constants = ScriptModule.list(arrays);
    }

    /**
     * Compiles a network at a width, with slices of these full-width tensors.
     *
     * @throws IllegalArgumentException naming a tensor that is missing
     */
    public static CompiledNetwork compile(Layer network, Width width, Map<String, HostTensor> weights) {
        Program program = read(network, width, weights);
        EngineFacts.load();
        return new CompiledNetwork(network, width, NDManager.newBaseManager(), program);
    }

    /** Takes over other weights; the program stays, so this is much cheaper than compiling. */
    public void load(Map<String, HostTensor> weights) {
        List<NDArray> fresh = arrays(read(network, width, weights));
        constants.close();
        arrays.forEach(NDArray::close);
        arrays = fresh;
        constants = ScriptModule.list(fresh);
    }

    private static Program read(Layer network, Width width, Map<String, HostTensor> weights) {
        SamplingProgram program = new SamplingProgram();
        Value image = network.apply(
                program,
                (name, leading) -> {
                    HostTensor tensor = weights.get(name);
                    if (tensor == null) {
                        throw new IllegalArgumentException("Tensor " + name + " is missing.");
                    }
                    return new Constant(HostSlices.leading(tensor, leading));
                },
                new Argument("z"),
                Pass.at(width, new Argument("y")));
        return program.program(image);
    }

    private List<NDArray> arrays(Program program) {
        List<NDArray> made = new ArrayList<>();
        for (HostTensor constant : program.constants()) {
            made.add(staging.copy(manager, constant));
        }
        return made;
    }

    /**
     * The output for an input of this shape, row-major.
     *
     * @param classes one-hot labels (N, classes); a single 0 for a network that knows no classes
     */
    public float[] run(HostTensor input, HostTensor classes) {
        try (NDArray z = staging.copy(manager, input);
                NDArray y = staging.copy(manager, classes);
                IValue argument = IValue.from((PtNDArray) z);
                IValue labels = IValue.from((PtNDArray) y);
                NDArray result = script.callForResult(manager, "run", argument, labels, constants)) {
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
