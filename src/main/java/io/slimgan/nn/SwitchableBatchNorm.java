package io.slimgan.nn;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import java.util.ArrayList;
import java.util.List;

/**
 * sBN: every width owns a whole batch normalisation, scale, shift and running statistics (Yu et al. 2019; method A.1).
 */
public record SwitchableBatchNorm(String name, Channels channels, WidthList widths) implements Layer {

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>();
        for (Width width : widths) {
            String prefix = prefix(width);
            long[] shape = {channels.at(width)};
            specs.add(new ParameterSpec(prefix + "weight", shape, new Initial.Constant(1), true));
            specs.add(new ParameterSpec(prefix + "bias", shape, new Initial.Constant(0), true));
            specs.add(new ParameterSpec(prefix + "running_mean", shape, new Initial.Constant(0), false));
            specs.add(new ParameterSpec(prefix + "running_var", shape, new Initial.Constant(1), false));
        }
        return specs;
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        String prefix = prefix(pass.width());
        return ops.batchNorm(
                x,
                parameters.get(prefix + "weight"),
                parameters.get(prefix + "bias"),
                parameters.get(prefix + "running_mean"),
                parameters.get(prefix + "running_var"));
    }

    String prefix(Width width) {
        return name + ".bn." + width.index() + ".";
    }
}
