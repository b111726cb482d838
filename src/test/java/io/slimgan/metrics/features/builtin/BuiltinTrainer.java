package io.slimgan.metrics.features.builtin;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.metrics.features.builtin.BuiltinLayers.Conv;
import io.slimgan.nn.engine.EngineOps;
import io.slimgan.nn.engine.EngineScope;
import io.slimgan.nn.engine.ScriptModule;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * The network while it learns to tell classes apart: convolutions without bias, each followed by batch normalisation, and
 * stochastic gradient descent with Nesterov's momentum 0.9. One thread.
 */
final class BuiltinTrainer implements AutoCloseable {

    private static final double EPSILON = 1e-5;

    private final EngineOps ops = EngineOps.create();
    private final NDManager manager = NDManager.newBaseManager();
    private final ScriptModule script = ScriptModule.compile("Training", source());
    private final List<NDArray> weights = new ArrayList<>();
    private final List<NDArray> leaves = new ArrayList<>();
    private final List<NDArray> momentum = new ArrayList<>();
    private final List<NDArray> means = new ArrayList<>();
    private final List<NDArray> variances = new ArrayList<>();

    /** A fresh network; its weights depend on the seed alone. */
    BuiltinTrainer(long seed) {
        try (EngineScope scope = EngineScope.plain()) {
            for (Conv conv : BuiltinLayers.convolutions()) {
                parameter(scope, normal(conv.weightShape(), conv.in() * 9, seed, conv.weight()), conv.weightShape());
                parameter(scope, filled(conv.out(), 1), conv.out());
                parameter(scope, filled(conv.out(), 0), conv.out());
                means.add(kept(scope, "means[]", filled(conv.out(), 0), conv.out()));
                variances.add(kept(scope, "variances[]", filled(conv.out(), 1), conv.out()));
            }
            long[] shape = BuiltinLayers.classifierShape();
            parameter(scope, normal(shape, (int) shape[1], seed, BuiltinLayers.CLASSIFIER), shape);
        }
    }

    private static String source() {
        try (InputStream in = Objects.requireNonNull(BuiltinTrainer.class.getResourceAsStream("training.py"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void parameter(EngineScope scope, float[] values, long... shape) {
        NDArray tensor = kept(scope, "weights[]", values, shape);
        weights.add(tensor);
        leaves.add(scope.keep(ops.leaf(tensor)));
        momentum.add(kept(scope, "momentum[]", new float[values.length], shape));
    }

    /** Neighbours of one name that ends in "[]" reach the program as one list. */
    private NDArray kept(EngineScope scope, String list, float[] values, long... shape) {
        NDArray tensor = scope.keep(ops.fromHost(manager, new HostTensor(values, shape)));
        tensor.setName(list);
        return tensor;
    }

    /** Normal with variance 2 / fan-in (He et al. 2015). */
    private static float[] normal(long[] shape, int fanIn, long seed, String name) {
        RandomGenerator random = KeyedRandom.stream(seed, Purpose.INITIALISATION, name.hashCode());
        float[] values = new float[(int) HostTensor.elements(shape)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() * Math.sqrt(2.0 / fanIn));
        }
        return values;
    }

    private static float[] filled(int count, float value) {
        float[] values = new float[count];
        Arrays.fill(values, value);
        return values;
    }

    /**
     * One step of gradient descent.
     *
     * @param images (n, 32, 32, 3)
     * @param targets (n, 10), the wanted probabilities
     * @return the cross entropy before the step
     */
    float step(HostTensor images, HostTensor targets, double rate, double decay) {
        try (EngineScope scope = EngineScope.recording()) {
            Objects.requireNonNull(scope);
            NDList arguments = new NDList(ops.fromHost(manager, images), ops.fromHost(manager, targets));
            arguments.addAll(weights);
            arguments.addAll(leaves);
            arguments.addAll(momentum);
            arguments.addAll(means);
            arguments.addAll(variances);
            arguments.add(ops.fromHost(manager, new HostTensor(new float[] {(float) rate}, new long[0])));
            arguments.add(ops.fromHost(manager, new HostTensor(new float[] {(float) decay}, new long[0])));
            return script.callRecording("step", arguments).get(0).getFloat();
        }
    }

    /** The weights for use, by name: each batch normalisation folded into the convolution before it. */
    Map<String, HostTensor> folded() {
        Map<String, HostTensor> tensors = new LinkedHashMap<>();
        List<Conv> convolutions = BuiltinLayers.convolutions();
        for (int k = 0; k < convolutions.size(); k++) {
            Conv conv = convolutions.get(k);
            float[] w = weights.get(k * 3).toFloatArray();
            float[] scale = weights.get(k * 3 + 1).toFloatArray();
            float[] bias = weights.get(k * 3 + 2).toFloatArray();
            float[] mean = means.get(k).toFloatArray();
            float[] variance = variances.get(k).toFloatArray();
            for (int c = 0; c < conv.out(); c++) {
                double factor = scale[c] / Math.sqrt(variance[c] + EPSILON);
                bias[c] = (float) (bias[c] - mean[c] * factor);
                for (int i = c * conv.in() * 9; i < (c + 1) * conv.in() * 9; i++) {
                    w[i] = (float) (w[i] * factor);
                }
            }
            tensors.put(conv.weight(), new HostTensor(w, conv.weightShape()));
            tensors.put(conv.bias(), new HostTensor(bias, new long[] {conv.out()}));
        }
        float[] classifier = weights.get(weights.size() - 1).toFloatArray();
        tensors.put(BuiltinLayers.CLASSIFIER, new HostTensor(classifier, BuiltinLayers.classifierShape()));
        return tensors;
    }

    @Override
    public void close() {
        List.of(leaves, weights, momentum, means, variances).forEach(list -> list.forEach(NDArray::close));
        script.close();
        ops.close();
        manager.close();
    }
}
