package io.slimgan.nn;

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

    /** This 1 x 1 convolution of maps that are doubled: {@link TensorOps#convUpsampled}. */
    public <T> T applyUpsampled(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass, Upsampling how) {
        return ops.convUpsampled(x, weight(parameters, pass), bias(parameters, pass), how);
    }

    /** The 2 x 2 means of this 1 x 1 convolution: {@link TensorOps#convPooled}. */
    public <T> T applyPooled(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        return ops.convPooled(x, weight(parameters, pass), bias(parameters, pass));
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        return ops.conv(x, weight(parameters, pass), bias(parameters, pass), stride, padding);
    }

    private <T> T weight(Parameters<T> parameters, Pass<T> pass) {
        return parameters.get(name + ".weight", out.at(pass.width()), in.at(pass.width()));
    }

    private <T> T bias(Parameters<T> parameters, Pass<T> pass) {
        return parameters.get(name + ".bias", out.at(pass.width()));
    }
}
