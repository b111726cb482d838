package io.slimgan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.config.TrainingSettings.OptimizerSettings;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.engine.EngineOps;
import io.slimgan.nn.engine.ParameterStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A network in training: its tensors, the sum of their gradients, and Adam's moments. Device thread. */
final class TrainedNetwork implements AutoCloseable {

    private final EngineOps ops;
    private final NDManager manager;
    private final ParameterStore store;
    private final List<String> names;
    private final Map<String, NDArray> gradients = new HashMap<>();
    private final EngineOps.AdamState adam;
    private long updates;

    TrainedNetwork(EngineOps ops, NDManager parent, List<ParameterSpec> specs, long seed) {
        this.ops = ops;
        this.manager = parent.newSubManager();
        this.store = ParameterStore.create(ops, manager, specs, seed);
        this.names = store.trainedNames();
        List<NDArray> parameters = names.stream().map(store::get).toList();
        List<NDArray> totals = zerosLike(parameters);
        for (int i = 0; i < names.size(); i++) {
            gradients.put(names.get(i), totals.get(i));
        }
        this.adam = new EngineOps.AdamState(parameters, totals, zerosLike(parameters), zerosLike(parameters));
    }

    private List<NDArray> zerosLike(List<NDArray> tensors) {
        return tensors.stream().map(tensor -> manager.zeros(tensor.getShape())).toList();
    }

    ParameterStore store() {
        return store;
    }

    /** Whether the optimizer moves this tensor. */
    boolean isTrained(String name) {
        return gradients.containsKey(name);
    }

    void clearGradients() {
        ops.zero(adam.gradients());
    }

    /** Adds gradients of leading slices of the named tensors. */
    void addGradients(List<String> tensors, List<NDArray> parts) {
        ops.addLeading(tensors.stream().map(this::gradient).toList(), parts);
    }

    /** The summed gradient of a tensor. */
    NDArray gradient(String name) {
        NDArray gradient = gradients.get(name);
        if (gradient == null) {
            throw new IllegalArgumentException("Tensor " + name + " is not trained.");
        }
        return gradient;
    }

    /** The first tensor whose gradient is not finite; empty if all are. */
    Optional<String> firstInfinite() {
        float[] norms = ops.norms(manager, adam.gradients());
        for (int i = 0; i < norms.length; i++) {
            if (!Float.isFinite(norms[i])) {
                return Optional.of(names.get(i));
            }
        }
        return Optional.empty();
    }

    /** One step of Adam (Kingma and Ba 2015), PyTorch's formula. */
    void update(OptimizerSettings settings) {
        updates++;
        ops.adam(
                adam,
                settings.beta1(),
                settings.beta2(),
                settings.epsilon(),
                settings.learningRate() / (1 - Math.pow(settings.beta1(), updates)),
                Math.sqrt(1 - Math.pow(settings.beta2(), updates)));
    }

    /** The optimizer's state under a prefix: {@code <prefix>.m.<tensor>}, {@code <prefix>.v.<tensor>}, and the count. */
    Map<String, HostTensor> optimizerToHost(String prefix) {
        Map<String, HostTensor> state = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            state.put(prefix + ".m." + names.get(i), toHost(adam.firstMoments().get(i)));
            state.put(prefix + ".v." + names.get(i), toHost(adam.secondMoments().get(i)));
        }
        // Two float32 halves: a single one is exact only up to 2^24 updates.
        state.put(prefix + ".updates", new HostTensor(new float[] {updates >>> 20, updates & 0xFFFFF}, new long[] {2}));
        return state;
    }

    /** Takes over what {@link #optimizerToHost} gave. */
    void optimizerFromHost(String prefix, Map<String, HostTensor> state) {
        List<NDArray> to = new ArrayList<>();
        List<NDArray> from = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            to.add(adam.firstMoments().get(i));
            from.add(ops.fromHost(manager, find(state, prefix + ".m." + names.get(i))));
            to.add(adam.secondMoments().get(i));
            from.add(ops.fromHost(manager, find(state, prefix + ".v." + names.get(i))));
        }
        ops.assign(to, from);
        from.forEach(NDArray::close);
        float[] count = find(state, prefix + ".updates").values();
        updates = ((long) count[0] << 20) + (long) count[1];
    }

    private static HostTensor find(Map<String, HostTensor> state, String name) {
        HostTensor tensor = state.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("The optimizer's state lacks " + name + ".");
        }
        return tensor;
    }

    private static HostTensor toHost(NDArray tensor) {
        return new HostTensor(tensor.toFloatArray(), tensor.getShape().getShape());
    }

    @Override
    public void close() {
        store.close();
        manager.close();
    }
}
