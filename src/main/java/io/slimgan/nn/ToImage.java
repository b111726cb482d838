package io.slimgan.nn;

import java.util.List;

/** (N, C * side * side) to (N, C, side, side): the first feature map of a generator. */
public record ToImage(Channels channels, int side) implements Layer {

    @Override
    public List<ParameterSpec> parameters() {
        return List.of();
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        return ops.toImage(x, channels.at(pass.width()), side, side);
    }
}
