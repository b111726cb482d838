package io.slimgan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.base.LatentBatch;
import io.slimgan.base.Width;
import io.slimgan.models.network.Generator;
import io.slimgan.nn.OneHot;
import io.slimgan.nn.Pass;
import io.slimgan.nn.engine.EngineOps;
import io.slimgan.nn.engine.EngineScope;
import io.slimgan.nn.engine.Leaves;
import io.slimgan.nn.engine.SpectralNorm;
import java.util.List;

/**
 * The generator drawing in training mode: batch statistics, and one update of the width's running statistics per pass.
 * Passes of different widths may run side by side; those of one width must follow each other.
 */
final class GeneratorPasses {

    private final EngineOps ops;
    private final NDManager manager;
    private final Generator network;
    private final Leaves leaves;

    GeneratorPasses(EngineOps ops, NDManager manager, Generator network, TrainedNetwork state, SpectralNorm norm) {
        this.ops = ops;
        this.manager = manager;
        this.network = network;
        this.leaves = new Leaves(ops, name -> tensor(name, state, norm), state::isTrained);
    }

    private static NDArray tensor(String name, TrainedNetwork state, SpectralNorm norm) {
        int end = name.length() - ".weight".length();
        return name.endsWith(".weight") && norm.has(name.substring(0, end))
                ? norm.normalised(name.substring(0, end))
                : state.store().get(name);
    }

    /**
     * Images (N, 3, H, W) with the graph that made them.
     *
     * @param labels the class of each image; empty where the network knows none
     */
    record Drawn(Width width, NDArray images, int[] labels, Leaves.Used used) {}

    /** Images without a graph. */
    NDArray draw(Width width, LatentBatch draw) {
        try (EngineScope scope = EngineScope.plain()) {
            NDArray images = network.layers().apply(ops, leaves.constants(), latents(draw.z()), pass(width, draw));
            return scope.keep(images);
        }
    }

    /** As {@link #draw}, for a teacher that gets no gradient. */
    Drawn drawConstant(Width width, LatentBatch draw) {
        return new Drawn(width, draw(width, draw), draw.labels(), leaves.recording());
    }

    /** Images with a graph, for {@link #gradients}. */
    Drawn drawRecorded(Width width, LatentBatch draw) {
        try (EngineScope scope = EngineScope.recording()) {
            Leaves.Used used = leaves.recording();
            NDArray images = network.layers().apply(ops, used, latents(draw.z()), pass(width, draw));
            return new Drawn(width, scope.keep(images), draw.labels(), used);
        }
    }

    /** Gradients of the used parameters, in the order of {@code drawn.used()}, given the gradient of the images. */
    List<NDArray> gradients(Drawn drawn, NDArray imageGradient) {
        try (EngineScope scope = EngineScope.recording()) {
            return scope.keep(ops.gradient(List.of(drawn.images), List.of(imageGradient), drawn.used.leaves()));
        }
    }

    private Pass<NDArray> pass(Width width, LatentBatch draw) {
        return network.classes() == 0
                ? Pass.at(width)
                : Pass.at(width, ops.fromHost(manager, OneHot.of(draw.labels(), network.classes())));
    }

    private NDArray latents(float[] z) {
        long size = network.latentSize();
        return ops.fromHost(manager, new HostTensor(z, new long[] {z.length / size, size}));
    }
}
