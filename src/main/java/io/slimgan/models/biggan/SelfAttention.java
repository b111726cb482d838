package io.slimgan.models.biggan;

import io.slimgan.base.Width;
import io.slimgan.nn.Channels;
import io.slimgan.nn.Initial;
import io.slimgan.nn.Layer;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.Pass;
import io.slimgan.nn.TensorOps;
import java.util.List;

/**
 * Self-attention (Zhang et al. 2019; method A.7): gamma * o(attention(theta x, phi x, g x)) + x, all 1 x 1 without bias; phi
 * and g max-pooled; theta and phi have an eighth of the channels, g half. Gamma starts at 0, so it starts as the identity.
 */
record SelfAttention(String name, Channels channels) implements Layer {

    private static final int SHARE_OF_KEYS = 8;
    private static final int SHARE_OF_VALUES = 2;

    @Override
    public List<ParameterSpec> parameters() {
        long full = channels.full();
        long keys = part(channels.full(), SHARE_OF_KEYS);
        long values = part(channels.full(), SHARE_OF_VALUES);
        return List.of(
                weight("theta", keys, full),
                weight("phi", keys, full),
                weight("g", values, full),
                weight("o", full, values),
                new ParameterSpec(name + ".gamma", new long[] {1}, new Initial.Constant(0), true));
    }

    private ParameterSpec weight(String layer, long out, long in) {
        return new ParameterSpec(
                name + "." + layer + ".weight", new long[] {out, in, 1, 1}, Initial.xavier(1, in, out), true);
    }

    private static int part(int channels, int share) {
        return Math.max(1, channels / share);
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        Width width = pass.width();
        int used = channels.at(width);
        int keys = part(used, SHARE_OF_KEYS);
        int values = part(used, SHARE_OF_VALUES);
        T queried = ops.pointwise(x, parameters.get(name + ".theta.weight", keys, used));
        T known = ops.maxPool(ops.pointwise(x, parameters.get(name + ".phi.weight", keys, used)));
        T told = ops.maxPool(ops.pointwise(x, parameters.get(name + ".g.weight", values, used)));
        T taken = ops.pointwise(ops.attend(queried, known, told), parameters.get(name + ".o.weight", used, values));
        return ops.add(ops.scale(taken, parameters.get(name + ".gamma")), x);
    }
}
