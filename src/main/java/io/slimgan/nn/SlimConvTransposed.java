package io.slimgan.nn;

import java.util.List;

/** A transposed convolution 4/2/1, sliced like {@link SlimConv}; weight (in, out, 4, 4), bias (out). */
public record SlimConvTransposed(String name, Channels in, Channels out) implements Layer {

    private static final long AREA = 16;

    @Override
    public List<ParameterSpec> parameters() {
        long ins = in.full();
        long outs = out.full();
        // PyTorch takes the second dimension as fan-in also here, so the bias's bound counts the output channels.
        return List.of(
                new ParameterSpec(
                        name + ".weight",
                        new long[] {ins, outs, 4, 4},
                        Initial.xavier(1, outs * AREA, ins * AREA),
                        true),
                new ParameterSpec(name + ".bias", new long[] {outs}, Initial.bias(outs * AREA), true));
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        long outs = out.at(pass.width());
        return ops.convTransposed(
                x, parameters.get(name + ".weight", in.at(pass.width()), outs), parameters.get(name + ".bias", outs));
    }
}
