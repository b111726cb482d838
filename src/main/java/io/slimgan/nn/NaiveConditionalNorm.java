package io.slimgan.nn;

import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import java.util.ArrayList;
import java.util.List;

/**
 * The naive conditional batch normalisation (method A.6, the paper's "x" rows): every width owns its running statistics
 * and a whole table of gains and shifts by class. With a single width it is the individual network's.
 *
 * @param name prefix of its tensors: {@code bn.<width>.running_*}, {@code embed.<width>.weight} (classes, 2 * channels of
 *     the width), gains first
 * @param classes how many classes there are
 */
public record NaiveConditionalNorm(String name, Channels channels, WidthList widths, int classes) implements Layer {

    @Override
    public List<ParameterSpec> parameters() {
        List<ParameterSpec> specs = new ArrayList<>();
        for (Width width : widths) {
            int used = channels.at(width);
            String prefix = statistics(width);
            long[] shape = {used};
            specs.add(new ParameterSpec(prefix + "running_mean", shape, new Initial.Constant(0), false));
            specs.add(new ParameterSpec(prefix + "running_var", shape, new Initial.Constant(1), false));
            specs.add(new ParameterSpec(
                    table(width),
                    new long[] {classes, 2L * used},
                    new Initial.GainsAndShifts(used, ConditionalNorm.DEVIATION),
                    true));
        }
        return specs;
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        Width width = pass.width();
        int used = channels.at(width);
        String prefix = statistics(width);
        T normalised =
                ops.normalise(x, parameters.get(prefix + "running_mean"), parameters.get(prefix + "running_var"));
        T table = parameters.get(table(width));
        return ops.modulate(
                normalised,
                ops.lookup(pass.requiredClasses(), table, 0, used),
                ops.lookup(pass.requiredClasses(), table, used, 2 * used));
    }

    private String statistics(Width width) {
        return name + ".bn." + width.index() + ".";
    }

    private String table(Width width) {
        return name + ".embed." + width.index() + ".weight";
    }
}
