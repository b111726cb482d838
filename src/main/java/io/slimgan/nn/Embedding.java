package io.slimgan.nn;

import java.util.List;

/**
 * A table of one vector per class, {@code <name>.weight} (classes, channels), of which a width uses the leading channels;
 * starts as Xavier uniform (method A.2).
 */
public record Embedding(String name, int classes, Channels channels) {

    public List<ParameterSpec> parameters() {
        long size = channels.full();
        return List.of(new ParameterSpec(
                name + ".weight", new long[] {classes, size}, Initial.xavier(1, classes, size), true));
    }

    /** The vectors of the pass's labels, (N, channels). */
    public <T> T lookup(TensorOps<T> ops, Parameters<T> parameters, Pass<T> pass) {
        return ops.lookup(pass.requiredClasses(), parameters.get(name + ".weight"), 0, channels.at(pass.width()));
    }
}
