package io.slimgan.models.biggan;

import io.slimgan.nn.Embedding;
import io.slimgan.nn.Layer;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.Pass;
import io.slimgan.nn.Sequence;
import io.slimgan.nn.TensorOps;
import java.util.ArrayList;
import java.util.List;

/**
 * BigGAN's generator from latent and class to image (method A.7): the latent is cut into equal parts, the first of which
 * makes the bottom map, and each block gets one of the others beside the class's vector.
 *
 * @param labels the vectors of the classes, one table for all blocks
 * @param part the length of each part of the latent
 * @param bottom from the first part to the bottom map
 * @param attention after the block of this index
 * @param tail from the last block's map to the image
 */
record HierarchicalGenerator(
        Embedding labels,
        int part,
        Sequence bottom,
        List<HierarchicalBlock> blocks,
        SelfAttention attention,
        int attentionAfter,
        Sequence tail)
        implements Layer {

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>(labels.parameters());
        specs.addAll(bottom.parameters());
        blocks.forEach(block -> specs.addAll(block.parameters()));
        specs.addAll(attention.parameters());
        specs.addAll(tail.parameters());
        return specs;
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        T label = labels.lookup(ops, parameters, pass);
        T h = bottom.apply(ops, parameters, ops.columns(x, 0, part), pass);
        for (int i = 0; i < blocks.size(); i++) {
            T condition = ops.join(label, ops.columns(x, (i + 1) * part, (i + 2) * part));
            h = blocks.get(i).apply(ops, parameters, h, condition, pass);
            if (i == attentionAfter) {
                h = attention.apply(ops, parameters, h, pass);
            }
        }
        return tail.apply(ops, parameters, h, pass);
    }
}
