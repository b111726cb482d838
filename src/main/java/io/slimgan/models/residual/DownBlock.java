package io.slimgan.models.residual;

import io.slimgan.nn.Channels;
import io.slimgan.nn.Layer;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.Pass;
import io.slimgan.nn.SlimConv;
import io.slimgan.nn.TensorOps;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A discriminator's residual block after the first (method A.5): ReLU, 3 x 3, ReLU, 3 x 3, and beside it the input,
 * through a 1 x 1 convolution where shape or channels change; both halved where the block halves.
 *
 * @param shortcut empty for the identity
 * @param halves whether 2 x 2 means follow
 * @param shortcutAfterRelu whether the shortcut sees ReLU(x), as in the authors' code, whose ReLU works in place; false is
 *     the textbook's x (method I.4)
 */
public record DownBlock(
        SlimConv conv1, SlimConv conv2, Optional<SlimConv> shortcut, boolean halves, boolean shortcutAfterRelu)
        implements Layer {

    /** @param hidden channels between the two 3 x 3 convolutions: SNGAN's are those of the input, BigGAN's of the output */
    public static DownBlock of(
            String name, Channels in, Channels hidden, Channels out, boolean halves, boolean shortcutAfterRelu) {
        boolean changes = halves || in.full() != out.full();
        return new DownBlock(
                new SlimConv(name + ".c1", in, hidden, 3, 1, 1, BlockGain.INSIDE),
                new SlimConv(name + ".c2", hidden, out, 3, 1, 1, BlockGain.INSIDE),
                changes ? Optional.of(new SlimConv(name + ".c_sc", in, out, 1, 1, 0, 1)) : Optional.empty(),
                halves,
                shortcutAfterRelu);
    }

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>(conv1.parameters());
        specs.addAll(conv2.parameters());
        shortcut.ifPresent(conv -> specs.addAll(conv.parameters()));
        return specs;
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        T active = ops.relu(x);
        T h = ops.relu(conv1.apply(ops, parameters, active, pass));
        h = conv2.apply(ops, parameters, h, pass);
        T beside = shortcutAfterRelu ? active : x;
        if (shortcut.isEmpty()) {
            return ops.add(h, beside);
        }
        SlimConv conv = shortcut.get();
        return halves
                ? ops.add(ops.averagePool(h), conv.applyPooled(ops, parameters, beside, pass))
                : ops.add(h, conv.apply(ops, parameters, beside, pass));
    }
}
