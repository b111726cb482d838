package io.slimgan.models.biggan;

import io.slimgan.base.WidthList;
import io.slimgan.models.residual.BlockGain;
import io.slimgan.nn.Channels;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.Pass;
import io.slimgan.nn.SlimConv;
import io.slimgan.nn.TensorOps;
import io.slimgan.nn.Upsampling;
import java.util.ArrayList;
import java.util.List;

/** A residual block of BigGAN's generator that doubles the map by repetition (method A.7). */
record HierarchicalBlock(
        HierarchicalNorm norm1, SlimConv conv1, HierarchicalNorm norm2, SlimConv conv2, SlimConv shortcut) {

    static HierarchicalBlock of(String name, Channels in, Channels out, WidthList widths, int conditions) {
        return new HierarchicalBlock(
                new HierarchicalNorm(name + ".b1", in, widths, conditions),
                new SlimConv(name + ".c1", in, out, 3, 1, 1, BlockGain.INSIDE),
                new HierarchicalNorm(name + ".b2", out, widths, conditions),
                new SlimConv(name + ".c2", out, out, 3, 1, 1, BlockGain.INSIDE),
                new SlimConv(name + ".c_sc", in, out, 1, 1, 0, 1));
    }

    List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>(norm1.parameters());
        specs.addAll(conv1.parameters());
        specs.addAll(norm2.parameters());
        specs.addAll(conv2.parameters());
        specs.addAll(shortcut.parameters());
        return specs;
    }

    /** @param condition the class's vector beside the block's part of the latent */
    <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, T condition, Pass<T> pass) {
        T h = ops.upsample(ops.relu(norm1.apply(ops, parameters, x, condition, pass)), Upsampling.NEAREST);
        h = conv1.apply(ops, parameters, h, pass);
        h = ops.relu(norm2.apply(ops, parameters, h, condition, pass));
        h = conv2.apply(ops, parameters, h, pass);
        return ops.add(h, shortcut.applyUpsampled(ops, parameters, x, pass, Upsampling.NEAREST));
    }
}
