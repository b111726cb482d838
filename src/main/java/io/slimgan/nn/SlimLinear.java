package io.slimgan.nn;

import java.util.List;

/**
 * A linear layer of which a width uses the leading rows and columns.
 *
 * @param name prefix of its tensors: weight (out, in), bias (out)
 * @param perChannel rows per output channel; channel j owns rows j * perChannel to (j + 1) * perChannel - 1
 */
public record SlimLinear(String name, Channels in, Channels out, int perChannel) implements Layer {

    @Override
    public List<ParameterSpec> parameters() {
        long ins = in.full();
        long outs = (long) out.full() * perChannel;
        return List.of(
                new ParameterSpec(name + ".weight", new long[] {outs, ins}, Initial.xavier(1, ins, outs), true),
                new ParameterSpec(name + ".bias", new long[] {outs}, Initial.bias(ins), true));
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        long outs = (long) out.at(pass.width()) * perChannel;
        return ops.linear(
                x, parameters.get(name + ".weight", outs, in.at(pass.width())), parameters.get(name + ".bias", outs));
    }
}
