package io.slimgan.nn;

import io.slimgan.base.Width;
import java.util.List;

/** A convolution of which a width uses the leading input and output channels; weight (out, in, k, k), bias (out). */
public record SlimConv(String name, Channels in, Channels out, int kernel, int stride, int padding, double gain)
        implements Layer {

    @Override
    public List<ParameterSpec> parameters() {
        long area = (long) kernel * kernel;
        long ins = in.full();
        long outs = out.full();
        return List.of(
                new ParameterSpec(
                        name + ".weight",
                        new long[] {outs, ins, kernel, kernel},
                        Initial.xavier(gain, ins * area, outs * area),
                        true),
                new ParameterSpec(name + ".bias", new long[] {outs}, Initial.bias(ins * area), true));
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Width width) {
        long outs = out.at(width);
        return ops.conv(
                x,
                parameters.get(name + ".weight", outs, in.at(width)),
                parameters.get(name + ".bias", outs),
                stride,
                padding);
    }
}
