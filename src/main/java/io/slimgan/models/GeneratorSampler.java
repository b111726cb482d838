package io.slimgan.models;

import io.slimgan.base.HostTensor;
import io.slimgan.base.Width;
import io.slimgan.config.ModelSettings;
import io.slimgan.models.network.Generator;
import io.slimgan.nn.engine.CompiledNetwork;
import io.slimgan.nn.engine.EngineFacts;
import java.util.HashMap;
import java.util.Map;

/**
 * Draws images with a copy of a generator's weights: evaluation mode, running statistics of the width. Owns its native
 * memory. One thread at a time, which may be another than the one that made it.
 */
public final class GeneratorSampler implements AutoCloseable {

    private final Generator generator;
    private final int threads;
    private final Map<Width, CompiledNetwork> compiled = new HashMap<>();
    private Map<String, HostTensor> weights;

    private GeneratorSampler(Generator generator, Map<String, HostTensor> weights, int threads) {
        this.generator = generator;
        this.weights = Map.copyOf(weights);
        this.threads = threads;
    }

    /**
     * @param weights a checkpoint's generator, names of the PyTorch reference
     * @param threads how many threads an operation may use; one is best beside a training
     * @throws io.slimgan.base.UserError if there is no such network
     */
    public static GeneratorSampler create(
            ModelSettings model, int imageSize, Map<String, HostTensor> weights, int threads) {
        return new GeneratorSampler(Networks.generator(model, imageSize), weights, threads);
    }

    /** Draws from these weights from now on. They are not copied; nobody may change them. */
    public void load(Map<String, HostTensor> newWeights) {
        weights = Map.copyOf(newWeights);
        closeCompiled();
    }

    /**
     * Images of a width.
     *
     * @param z (count, latentSize), row-major
     * @return (count, 3, H, W) in [-1, 1], row-major
     * @throws IllegalArgumentException naming a tensor that the weights lack
     */
    public float[] generate(Width width, float[] z, int count) {
        EngineFacts.load();
        EngineFacts.useThreads(threads);
        CompiledNetwork network =
                compiled.computeIfAbsent(width, w -> CompiledNetwork.compile(generator.layers(), w, weights));
        return network.run(new HostTensor(z, new long[] {count, generator.latentSize()}));
    }

    private void closeCompiled() {
        compiled.values().forEach(CompiledNetwork::close);
        compiled.clear();
    }

    @Override
    public void close() {
        closeCompiled();
    }
}
