package io.slimgan.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.slimgan.base.HostTensor;
import io.slimgan.base.Width;
import io.slimgan.models.Discriminator;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.engine.EngineOps;
import io.slimgan.nn.engine.EngineScope;
import io.slimgan.nn.engine.Leaves;
import io.slimgan.nn.engine.SpectralNorm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

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
     * @param judges the widths whose discriminators judge them: all for real images, its own for a width's fakes
     * @param slope derivative of the summed loss by a logit
     */
    record Batch(NDArray images, List<Width> judges, DoubleUnaryOperator slope) {}

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
            Pass pass = judge(used, ops.concat(rows(batches, from, to)), batches, to - from);
            List<NDArray> gradients = ops.gradient(pass.outputs, pass.seeds, used.leaves());
            return new WeightGradients(pass.logits, used.names(), scope.keep(gradients));
        }
    }

    /** As {@link #weightGradients}, with the weights as constants. */
    ImageGradients imageGradients(List<Batch> batches, long from, long to) {
        try (EngineScope scope = EngineScope.recording()) {
            NDArray images = ops.leaf(ops.concat(rows(batches, from, to)));
            Pass pass = judge(leaves.constants(), images, batches, to - from);
            NDArray gradient =
                    ops.gradient(pass.outputs, pass.seeds, List.of(images)).get(0);
            List<NDArray> parts = new ArrayList<>();
            for (int i = 0; i < batches.size(); i++) {
                parts.add(scope.keep(ops.rows(gradient, i * (to - from), (i + 1) * (to - from))));
            }
            return new ImageGradients(pass.logits, parts);
        }
    }

    private List<NDArray> rows(List<Batch> batches, long from, long to) {
        return batches.stream().map(batch -> ops.rows(batch.images, from, to)).toList();
    }

    private record Pass(Logits logits, List<NDArray> outputs, List<NDArray> seeds) {}

    /** Trunk once over all batches, then each head over the batches that it judges. */
    private Pass judge(Parameters<NDArray> parameters, NDArray images, List<Batch> batches, long rows) {
        Width any = network.judged().get(0); // the trunk is one for all widths
        NDArray features = network.trunk().apply(ops, parameters, images, any);
        List<NDArray> parts = new ArrayList<>();
        List<Map<Width, float[]>> logits = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            parts.add(ops.rows(features, i * rows, (i + 1) * rows));
            logits.add(new LinkedHashMap<>());
        }
        Pass pass = new Pass(new Logits(logits), new ArrayList<>(), new ArrayList<>());
        network.heads().forEach((width, head) -> {
            List<Integer> judged = IntStream.range(0, batches.size())
                    .filter(i -> batches.get(i).judges.contains(width))
                    .boxed()
                    .toList();
            if (!judged.isEmpty()) {
                NDArray input = ops.concat(judged.stream().map(parts::get).toList());
                NDArray output = head.apply(ops, parameters, input, width);
                pass.outputs.add(output);
                pass.seeds.add(seed(output.toFloatArray(), judged, batches, (int) rows, width, logits));
            }
        });
        return pass;
    }

    /** Files the logits of one head under their batches, and gives the loss's derivative by them, (rows, 1). */
    private NDArray seed(
            float[] values,
            List<Integer> judged,
            List<Batch> batches,
            int rows,
            Width width,
            List<Map<Width, float[]>> logits) {
        float[] slopes = new float[values.length];
        for (int k = 0; k < judged.size(); k++) {
            DoubleUnaryOperator slope = batches.get(judged.get(k)).slope;
            for (int at = k * rows; at < (k + 1) * rows; at++) {
                slopes[at] = (float) slope.applyAsDouble(values[at]);
            }
            logits.get(judged.get(k)).put(width, Arrays.copyOfRange(values, k * rows, (k + 1) * rows));
        }
        return ops.fromHost(manager, new HostTensor(slopes, new long[] {slopes.length, 1}));
    }
}
