package io.slimgan.nn;

import io.slimgan.base.Width;
import java.util.Optional;

/**
 * What a forward pass is asked for besides its input.
 *
 * @param width at which the network runs
 * @param classes one-hot labels (N, classes); empty where a network knows no classes
 */
public record Pass<T>(Width width, Optional<T> classes) {

    /** A pass of a network that knows no classes. */
    public static <T> Pass<T> at(Width width) {
        return new Pass<>(width, Optional.empty());
    }

    /** A pass for these labels. */
    public static <T> Pass<T> at(Width width, T classes) {
        return new Pass<>(width, Optional.of(classes));
    }

    /**
     * The labels, for a layer that cannot do without.
     *
     * @throws IllegalStateException if none were given
     */
    public T requiredClasses() {
        return classes.orElseThrow(
                () -> new IllegalStateException("This network is class-conditional, but was asked without labels."));
    }
}
