package io.slimgan.models.sngan;

import io.slimgan.models.residual.BlockGain;
import io.slimgan.nn.Channels;
import io.slimgan.nn.Layer;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.Pass;
import io.slimgan.nn.SlimConv;
import io.slimgan.nn.TensorOps;
import io.slimgan.nn.Upsampling;
import java.util.List;
import java.util.stream.Stream;

/**
 * A generator's residual block that doubles the map (method A.5): norm, ReLU, upsample, 3 x 3, norm, ReLU, 3 x 3; beside
 * it the raw input, upsampled, through a 1 x 1 convolution.
 */
record UpBlock(Layer norm1, SlimConv conv1, Layer norm2, SlimConv conv2, SlimConv shortcut) implements Layer {

    /** Makes the block's normalisations. */
    @FunctionalInterface
    interface Norms {
        Layer norm(String name, Channels channels);
    }

    static UpBlock of(String name, Channels in, Channels out, Norms norms) {
        return new UpBlock(
                norms.norm(name + ".b1", in),
                new SlimConv(name + ".c1", in, out, 3, 1, 1, BlockGain.INSIDE),
                norms.norm(name + ".b2", out),
                new SlimConv(name + ".c2", out, out, 3, 1, 1, BlockGain.INSIDE),
                new SlimConv(name + ".c_sc", in, out, 1, 1, 0, 1));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return Stream.of(norm1, conv1, norm2, conv2, shortcut)
                .flatMap(layer -> layer.parameters().stream())
                .toList();
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        T h = ops.upsample(ops.relu(norm1.apply(ops, parameters, x, pass)), Upsampling.BILINEAR);
        h = conv1.apply(ops, parameters, h, pass);
        h = conv2.apply(ops, parameters, ops.relu(norm2.apply(ops, parameters, h, pass)), pass);
        return ops.add(h, shortcut.applyUpsampled(ops, parameters, x, pass, Upsampling.BILINEAR));
    }
}
