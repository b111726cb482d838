package io.slimgan.nn;

import java.util.Arrays;

/**
 * A named tensor of a network: its full-width shape and how it starts.
 *
 * @param name as in checkpoints and in the PyTorch reference, such as {@code c.0.weight}
 * @param shape the full-width shape
 * @param initial its first values
 * @param trained whether the optimizer moves it; running statistics are not trained
 */
public record ParameterSpec(String name, long[] shape, Initial initial, boolean trained) {

    /** The number of entries. */
    public long size() {
        return Arrays.stream(shape).reduce(1, Math::multiplyExact);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ParameterSpec that && name.equals(that.name) && Arrays.equals(shape, that.shape);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
