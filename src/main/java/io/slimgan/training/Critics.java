package io.slimgan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.base.Width;
import io.slimgan.models.network.Discriminator;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.Pass;
import io.slimgan.nn.engine.EngineOps;
import io.slimgan.nn.engine.EngineScope;
import io.slimgan.nn.engine.Leaves;
import io.slimgan.nn.engine.SpectralNorm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The discriminators as they judge: batches of images, real or of a width, through the trunk and the heads, and the
 * gradients back to weights or images. Methods may be called from several workers at once.
 */
final class Critics {

    private final EngineOps ops;
    private final NDManager manager;
    private final Discriminator network;
    private final Leaves leaves;

    Critics(EngineOps ops, NDManager manager, Discriminator network, TrainedNetwork state, SpectralNorm spectralNorm) {
        this.ops = ops;
        this.manager = manager;
        this.network = network;
        this.leaves = new Leaves(
                ops,
                name -> name.endsWith(".weight")
                        ? spectralNorm.normalised(name.substring(0, name.length() - ".weight".length()))
                        : state.store().get(name),
                state::isTrained);
    }

    /**
     * Images that are judged together.
     *
     * @param images (N, 3, H, W)
     * @param classes their labels, one-hot (N, classes); empty where the networks know no classes
     * @param judges the widths whose discriminators judge them: all for real images, its own for a width's fakes
     * @param slope derivative of the summed loss by a logit
     */
    record Batch(NDArray images, Optional<NDArray> classes, List<Width> judges, DoubleUnaryOperator slope) {}

    /** The logits of a batch by judge, (N) each. */
    record Logits(List<Map<Width, float[]>> ofBatch) {}

    /** Logits, and the gradients of the weights that were used. */
    record WeightGradients(Logits logits, List<String> names, List<NDArray> gradients) {}

    /** Logits, and the gradient of each batch's images. */
    record ImageGradients(Logits logits, List<NDArray> gradients) {}

    /** Rows {@code from} to {@code to} of some batches, which pass the trunk as one. */
    WeightGradients weightGradients(List<Batch> batches, long from, long to) {
        try (EngineScope scope = EngineScope.recording()) {
            Leaves.Used used = leaves.recording();
            Judged judged = judge(used, ops.concat(rows(batches, from, to)), batches, from, to);
            List<NDArray> gradients = ops.gradient(judged.outputs, judged.seeds, used.leaves());
            return new WeightGradients(judged.logits, used.names(), scope.keep(gradients));
        }
    }

    /** The penalty of one width's discriminator summed over rows, and the gradients of the weights that were used. */
    record PenaltyGradients(double penalty, List<String> names, List<NDArray> gradients) {}

    /**
     * Gradients of weight / N * sum of (|dD/dx| - 1)^2 over rows of images between real and drawn ones (Gulrajani et al.
     * 2017): second derivatives of the discriminator.
     *
     * @param between (N, C, H, W); {@code classes} are those of the real images
     */
    PenaltyGradients penaltyGradients(
            Width width, NDArray between, Optional<NDArray> classes, double weight, long from, long to) {
        try (EngineScope scope = EngineScope.recording()) {
            Leaves.Used used = leaves.recording();
            NDArray images = ops.leaf(ops.channelsLast(ops.rows(between, from, to)));
            Pass<NDArray> pass = new Pass<>(width, classes.map(all -> ops.rows(all, from, to)));
            NDArray features = network.trunk().apply(ops, used, ops.unnamed(images), Pass.at(width));
            NDArray logits = network.head(width).apply(ops, used, features, pass);
            NDArray penalty = ops.gradientPenalty(logits, images)
                    .mul((float) (weight / between.getShape().get(0)));
            double value = penalty.toFloatArray()[0];
            List<NDArray> gradients = ops.gradientOrZero(penalty, used.leaves());
            return new PenaltyGradients(value, used.names(), scope.keep(gradients));
        }
    }

    /** As {@link #weightGradients}, with the weights as constants. */
    ImageGradients imageGradients(List<Batch> batches, long from, long to) {
        try (EngineScope scope = EngineScope.recording()) {
            NDArray images = ops.leaf(ops.concat(rows(batches, from, to)));
            Judged judged = judge(leaves.constants(), ops.unnamed(images), batches, from, to);
            NDArray gradient =
                    ops.gradient(judged.outputs, judged.seeds, List.of(images)).get(0);
            List<NDArray> parts = new ArrayList<>();
            for (int i = 0; i < batches.size(); i++) {
                parts.add(scope.keep(ops.rows(gradient, i * (to - from), (i + 1) * (to - from))));
            }
            return new ImageGradients(judged.logits, parts);
        }
    }

    private List<NDArray> rows(List<Batch> batches, long from, long to) {
        return batches.stream().map(batch -> ops.rows(batch.images, from, to)).toList();
    }

    private record Judged(Logits logits, List<NDArray> outputs, List<NDArray> seeds) {}

    /** Trunk once over all batches, then each head over the batches that it judges. */
    private Judged judge(Parameters<NDArray> parameters, NDArray images, List<Batch> batches, long from, long to) {
        long rows = to - from;
        Width any = network.judged().get(0); // the trunk is one for all widths
        NDArray features = network.trunk().apply(ops, parameters, images, Pass.at(any));
        List<NDArray> parts = new ArrayList<>();
        List<Map<Width, float[]>> logits = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            parts.add(ops.rows(features, i * rows, (i + 1) * rows));
            logits.add(new LinkedHashMap<>());
        }
        Judged judged = new Judged(new Logits(logits), new ArrayList<>(), new ArrayList<>());
        // Each head takes each batch by itself. As one batch they would give the same sums up to rounding, but where a
        // bias's gradients of real and fake images cancel exactly, they would leave rounding noise, of which Adam makes
        // full steps.
        network.heads().forEach((width, head) -> {
            for (int i = 0; i < batches.size(); i++) {
                if (batches.get(i).judges.contains(width)) {
                    NDArray output = head.apply(ops, parameters, parts.get(i), pass(width, batches.get(i), from, to));
                    float[] values = output.toFloatArray();
                    logits.get(i).put(width, values);
                    judged.outputs.add(output);
                    judged.seeds.add(seed(values, batches.get(i).slope));
                }
            }
        });
        return judged;
    }

    private Pass<NDArray> pass(Width width, Batch batch, long from, long to) {
        return new Pass<>(width, batch.classes.map(classes -> ops.rows(classes, from, to)));
    }

    /** The loss's derivative by each logit, (N, 1). */
    private NDArray seed(float[] logits, DoubleUnaryOperator slope) {
        float[] slopes = new float[logits.length];
        for (int i = 0; i < slopes.length; i++) {
            slopes[i] = (float) slope.applyAsDouble(logits[i]);
        }
        return ops.fromHost(manager, new HostTensor(slopes, new long[] {slopes.length, 1}));
    }
}
