package io.slimgan.models.residual;

import io.slimgan.nn.Channels;
import io.slimgan.nn.Layer;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.Pass;
import io.slimgan.nn.SlimConv;
import io.slimgan.nn.TensorOps;
import java.util.List;
import java.util.stream.Stream;

/**
 * A discriminator's first residual block (method A.5), which sees the image and halves it: 3 x 3, ReLU, 3 x 3, 2 x 2
 * means; beside it the image's 2 x 2 means through a 1 x 1 convolution.
 */
public record FirstBlock(SlimConv conv1, SlimConv conv2, SlimConv shortcut) implements Layer {

    public static FirstBlock of(String name, Channels in, Channels out) {
        return new FirstBlock(
                new SlimConv(name + ".c1", in, out, 3, 1, 1, BlockGain.INSIDE),
                new SlimConv(name + ".c2", out, out, 3, 1, 1, BlockGain.INSIDE),
                new SlimConv(name + ".c_sc", in, out, 1, 1, 0, 1));
    }

    @Override
    public List<ParameterSpec> parameters() {
        return Stream.of(conv1, conv2, shortcut)
                .flatMap(conv -> conv.parameters().stream())
                .toList();
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        T h = ops.relu(conv1.apply(ops, parameters, x, pass));
        h = ops.averagePool(conv2.apply(ops, parameters, h, pass));
        return ops.add(h, shortcut.apply(ops, parameters, ops.averagePool(x), pass));
    }
}
