package io.slimgan.models;

import io.slimgan.base.HostTensor;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.Width;
import io.slimgan.config.ImageFormat;
import io.slimgan.config.ModelSettings;
import io.slimgan.models.network.Generator;
import io.slimgan.nn.CostCounter;
import io.slimgan.nn.HostSpectralNorm;
import io.slimgan.nn.Layer;
import io.slimgan.nn.OneHot;
import io.slimgan.nn.Pass;
import io.slimgan.nn.engine.CompiledNetwork;
import io.slimgan.nn.engine.EngineFacts;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Draws images with a copy of a generator's weights: evaluation mode, running statistics of the width. Owns its native
 * memory. One thread at a time, which may be another than the one that made it.
 */
public final class GeneratorSampler implements AutoCloseable {

    /** Waking a second thread costs about what this much arithmetic does. */
    private static final double MACS_WORTH_TWO_THREADS = 20e6;

    private final Generator generator;
    private final int threads;
    private final Map<Width, CompiledNetwork> compiled = new HashMap<>();
    private final Map<Width, Long> macs = new HashMap<>();
    /** Compiled widths that still hold older weights: they are renewed when they are next asked for. */
    private final Set<Width> stale = new HashSet<>();

    private Map<String, HostTensor> weights;

    private GeneratorSampler(Generator generator, Map<String, HostTensor> weights, int threads) {
        this.generator = generator;
        this.weights = HostSpectralNorm.normalised(weights, generator.normalisedLayers());
        this.threads = threads;
    }

    /**
     * @param weights a checkpoint's generator, names of the PyTorch reference
     * @param threads how many threads an operation may use; one is best beside a training
     * @throws io.slimgan.base.UserError if there is no such network
     */
    public static GeneratorSampler create(
            ModelSettings model, ImageFormat format, Map<String, HostTensor> weights, int threads) {
        return new GeneratorSampler(Networks.generator(model, format), weights, threads);
    }

    /** Draws from these weights from now on. They are not copied; nobody may change them. */
    public void load(Map<String, HostTensor> newWeights) {
        weights = HostSpectralNorm.normalised(newWeights, generator.normalisedLayers());
        stale.addAll(compiled.keySet());
    }

    /**
     * Images of a width.
     *
     * @param latents labels are ignored by a generator that knows no classes
     * @return (count, 3, H, W) in [-1, 1], row-major; a grey generator's channel three times
     * @throws IllegalArgumentException naming a tensor that the weights lack, or if labels and latents do not match
     */
    public float[] generate(Width width, LatentBatch latents) {
        int count = latents.z().length / generator.latentSize();
        if (generator.classes() > 0 && latents.labels().length != count) {
            throw new IllegalArgumentException(
                    latents.labels().length + " labels were given for " + count + " latents.");
        }
        EngineFacts.load();
        EngineFacts.useThreads(macs(width) * count < MACS_WORTH_TWO_THREADS ? 1 : threads);
        CompiledNetwork network =
                compiled.computeIfAbsent(width, w -> CompiledNetwork.compile(generator.layers(), w, weights));
        if (stale.remove(width)) {
            network.load(weights);
        }
        float[] images = network.run(
                new HostTensor(latents.z(), new long[] {count, generator.latentSize()}),
                OneHot.of(latents.labels(), generator.classes()));
        int pixels = generator.imageSize() * generator.imageSize();
        return images.length == count * 3 * pixels ? images : coloured(images, count, pixels);
    }

    private static float[] coloured(float[] grey, int count, int pixels) {
        float[] all = new float[3 * grey.length];
        for (int plane = 0; plane < 3 * count; plane++) {
            System.arraycopy(grey, plane / 3 * pixels, all, plane * pixels, pixels);
        }
        return all;
    }

    private double macs(Width width) {
        return macs.computeIfAbsent(width, w -> {
            CostCounter counter = new CostCounter();
            Layer layers = generator.layers();
            layers.apply(
                    counter,
                    CostCounter.shapes(layers.parameters()),
                    new long[] {generator.latentSize()},
                    Pass.at(w, new long[] {generator.classes()}));
            return counter.macs();
        });
    }

    @Override
    public void close() {
        compiled.values().forEach(CompiledNetwork::close);
        compiled.clear();
    }
}
