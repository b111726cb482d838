package io.slimgan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.base.Width;
import io.slimgan.models.network.Generator;
import io.slimgan.nn.engine.EngineOps;
import io.slimgan.nn.engine.EngineScope;
import io.slimgan.nn.engine.Leaves;
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

    GeneratorPasses(EngineOps ops, NDManager manager, Generator network, TrainedNetwork state) {
        this.ops = ops;
        this.manager = manager;
        this.network = network;
        this.leaves = new Leaves(ops, state.store()::get, state::isTrained);
    }

    /** Images (N, 3, H, W) with the graph that made them. */
    record Drawn(Width width, NDArray images, Leaves.Used used) {}

    /** Images without a graph. */
    NDArray draw(Width width, float[] z) {
        try (EngineScope scope = EngineScope.plain()) {
            NDArray images = network.layers().apply(ops, leaves.constants(), latents(z), width);
            return scope.keep(images);
        }
    }

    /** As {@link #draw}, for a teacher that gets no gradient. */
    Drawn drawConstant(Width width, float[] z) {
        return new Drawn(width, draw(width, z), leaves.recording());
    }

    /** Images with a graph, for {@link #gradients}. */
    Drawn drawRecorded(Width width, float[] z) {
        try (EngineScope scope = EngineScope.recording()) {
            Leaves.Used used = leaves.recording();
            NDArray images = network.layers().apply(ops, used, latents(z), width);
            return new Drawn(width, scope.keep(images), used);
        }
    }

    /** Gradients of the used parameters, in the order of {@code drawn.used()}, given the gradient of the images. */
    List<NDArray> gradients(Drawn drawn, NDArray imageGradient) {
        try (EngineScope scope = EngineScope.recording()) {
            return scope.keep(ops.gradient(List.of(drawn.images), List.of(imageGradient), drawn.used.leaves()));
        }
    }

    private NDArray latents(float[] z) {
        long size = network.latentSize();
        return ops.fromHost(manager, new HostTensor(z, new long[] {z.length / size, size}));
    }
}
