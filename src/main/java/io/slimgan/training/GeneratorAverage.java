package io.slimgan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.config.TrainingSettings;
import io.slimgan.nn.engine.EngineOps;
import io.slimgan.nn.engine.ParameterStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An exponential moving average of all the generator's tensors, running statistics too (Karras et al. 2018; BigGAN's
 * decay 0.9999 from step 20,000, method A.7). Images are drawn from it; the generator itself is trained on. The memory is
 * the given manager's. Device thread.
 */
final class GeneratorAverage {

    private static final String TRAINED = "generator.trained.";

    private final EngineOps ops;
    private final NDManager manager;
    private final ParameterStore trained;
    private final double decay;
    private final long fromStep;
    private final Map<String, NDArray> averages = new LinkedHashMap<>();

    private GeneratorAverage(EngineOps ops, NDManager manager, ParameterStore trained, TrainingSettings settings) {
        this.ops = ops;
        this.manager = manager;
        this.trained = trained;
        this.decay = settings.averageDecay();
        this.fromStep = settings.averageFromStep();
        trained.tensors().forEach((name, tensor) -> {
            NDArray copy = manager.zeros(tensor.getShape());
            ops.assign(List.of(copy), List.of(tensor));
            averages.put(name, copy);
        });
    }

    /** The average that the settings ask for, empty if they ask for none. */
    static Optional<GeneratorAverage> of(
            EngineOps ops, NDManager manager, ParameterStore trained, TrainingSettings settings) {
        return settings.averageDecay() == 0
                ? Optional.empty()
                : Optional.of(new GeneratorAverage(ops, manager, trained, settings));
    }

    /** Takes the generator in as it is after the update of this step, 0 first. */
    void add(long step) {
        ops.average(
                new ArrayList<>(averages.values()),
                new ArrayList<>(trained.tensors().values()),
                step < fromStep ? 1 : 1 - decay);
    }

    /** A copy in Java memory. */
    Map<String, HostTensor> toHost() {
        Map<String, HostTensor> copy = new LinkedHashMap<>();
        averages.forEach((name, tensor) -> copy.put(
                name, new HostTensor(tensor.toFloatArray(), tensor.getShape().getShape())));
        return copy;
    }

    /**
     * Takes over stored averages.
     *
     * @throws IllegalArgumentException naming a tensor that is missing
     */
    void fromHost(Map<String, HostTensor> stored) {
        averages.forEach((name, tensor) -> {
            try (NDArray value = ops.fromHost(manager, find(stored, name))) {
                ops.assign(List.of(tensor), List.of(value));
            }
        });
    }

    /** The generator in training, which a checkpoint keeps beside its average. */
    static Map<String, HostTensor> trainedToHost(ParameterStore trained) {
        Map<String, HostTensor> copy = new LinkedHashMap<>();
        trained.toHost().forEach((name, tensor) -> copy.put(TRAINED + name, tensor));
        return copy;
    }

    /** Takes over what {@link #trainedToHost} gave. */
    static void trainedFromHost(ParameterStore trained, Map<String, HostTensor> stored) {
        Map<String, HostTensor> values = new LinkedHashMap<>();
        trained.tensors().keySet().forEach(name -> values.put(name, find(stored, TRAINED + name)));
        trained.fromHost(values);
    }

    private static HostTensor find(Map<String, HostTensor> stored, String name) {
        HostTensor tensor = stored.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("Tensor " + name + " is missing.");
        }
        return tensor;
    }
}
