package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.nn.Initial;
import io.slimgan.nn.ParameterSpec;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The named tensors of one network in the engine's memory, owned and closed here. One thread at a time. */
public final class ParameterStore implements AutoCloseable {

    private final EngineOps ops;
    private final NDManager manager;
    private final Map<String, ParameterSpec> specs = new LinkedHashMap<>();
    private final Map<String, NDArray> tensors = new LinkedHashMap<>();

    private ParameterStore(EngineOps ops, NDManager manager) {
        this.ops = ops;
        this.manager = manager;
    }

    /** Tensors of these specs with their first values. */
    public static ParameterStore create(EngineOps ops, NDManager parent, List<ParameterSpec> specs, long seed) {
        ParameterStore store = new ParameterStore(ops, parent.newSubManager());
        for (ParameterSpec spec : specs) {
            float[] values = new float[Math.toIntExact(spec.size())];
            spec.initial().fill(values, seed, spec.name());
            store.specs.put(spec.name(), spec);
            NDArray tensor = ops.fromHost(store.manager, new HostTensor(values, spec.shape()));
            if (spec.initial() instanceof Initial.Orthogonal) {
                ops.orthogonalise(tensor);
            }
            store.tensors.put(spec.name(), tensor);
        }
        return store;
    }

    /** The whole tensor of this name. */
    public NDArray get(String name) {
        NDArray tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("There is no tensor " + name + " in this network.");
        }
        return tensor;
    }

    /** All tensors in the order of their specs. */
    public Map<String, NDArray> tensors() {
        return tensors;
    }

    /** The names of the tensors that the optimizer moves, in the order of their specs. */
    public List<String> trainedNames() {
        return specs.values().stream()
                .filter(ParameterSpec::trained)
                .map(ParameterSpec::name)
                .toList();
    }

    /** Copies all tensors to Java memory. */
    public Map<String, HostTensor> toHost() {
        Map<String, HostTensor> copy = new LinkedHashMap<>();
        tensors.forEach((name, tensor) ->
                copy.put(name, new HostTensor(tensor.toFloatArray(), specs(name).shape())));
        return copy;
    }

    /**
     * Takes over values for every tensor. Others in {@code values} are ignored.
     *
     * @throws IllegalArgumentException naming a tensor that is missing or of another shape
     */
    public void fromHost(Map<String, HostTensor> values) {
        tensors.forEach((name, tensor) -> {
            HostTensor value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException("Tensor " + name + " is missing.");
            }
            if (!Arrays.equals(value.shape(), specs(name).shape())) {
                throw new IllegalArgumentException(
                        "Tensor " + name + " has shape " + Arrays.toString(value.shape()) + ", but this network needs "
                                + Arrays.toString(specs(name).shape()) + ".");
            }
            try (NDArray array = ops.fromHost(manager, value)) {
                ops.assign(List.of(tensor), List.of(array));
            }
        });
    }

    private ParameterSpec specs(String name) {
        ParameterSpec spec = specs.get(name);
        if (spec == null) {
            throw new IllegalArgumentException("There is no tensor " + name + " in this network.");
        }
        return spec;
    }

    @Override
    public void close() {
        manager.close();
    }
}
