package io.slimgan.nn;

import io.slimgan.base.Width;
import java.util.List;

/** (N, C * side * side) to (N, C, side, side): the first feature map of a generator. */
public record ToImage(Channels channels, int side) implements Layer {

    @Override
    public List<ParameterSpec> parameters() {
        return List.of();
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Width width) {
        return ops.toImage(x, channels.at(width), side, side);
    }
}
