package io.slimgan.nn;

import java.util.List;

/** Layers one after the other. */
public record Sequence(List<Layer> layers) implements Layer {

    public Sequence {
        layers = List.copyOf(layers);
    }

    @Override
    public List<ParameterSpec> parameters() {
        return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    }

    @Override
    public <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass) {
        T y = x;
        for (Layer layer : layers) {
            y = layer.apply(ops, parameters, y, pass);
        }
        return y;
    }
}
