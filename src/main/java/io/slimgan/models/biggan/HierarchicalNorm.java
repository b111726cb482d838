package io.slimgan.models.biggan;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import io.slimgan.nn.Channels;
import io.slimgan.nn.Initial;
import io.slimgan.nn.ParameterSpec;
import io.slimgan.nn.Parameters;
import io.slimgan.nn.Pass;
import io.slimgan.nn.TensorOps;
import java.util.ArrayList;
import java.util.List;

/**
 * BigGAN's conditional batch normalisation (Brock et al. 2019; method A.7): (1 + G c) * x + S c, where c is the class's
 * vector beside the block's part of the latent. A width uses the leading rows of G and S and owns its running statistics,
 * which is sliceable conditional normalisation without a table.
 *
 * @param conditions the length of c
 */
record HierarchicalNorm(String name, Channels channels, WidthList widths, int conditions) {

    List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>();
        for (Width width : widths) {
            long[] shape = {channels.at(width)};
            specs.add(new ParameterSpec(statistics(width) + "running_mean", shape, new Initial.Constant(0), false));
            specs.add(new ParameterSpec(statistics(width) + "running_var", shape, new Initial.Constant(1), false));
        }
        long full = channels.full();
        for (String layer : List.of(".gain.weight", ".shift.weight")) {
            specs.add(new ParameterSpec(
                    name + layer, new long[] {full, conditions}, Initial.xavier(1, conditions, full), true));
        }
        return specs;
    }

    /** @param condition (N, conditions) */
    <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, T condition, Pass<T> pass) {
        Width width = pass.width();
        long used = channels.at(width);
        String prefix = statistics(width);
        T normalised =
                ops.normalise(x, parameters.get(prefix + "running_mean"), parameters.get(prefix + "running_var"));
        T gain = ops.linear(condition, parameters.get(name + ".gain.weight", used));
        T shift = ops.linear(condition, parameters.get(name + ".shift.weight", used));
        return ops.add(normalised, ops.modulate(normalised, gain, shift));
    }

    private String statistics(Width width) {
        return name + ".bn." + width.index() + ".";
    }
}
