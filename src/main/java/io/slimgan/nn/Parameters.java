package io.slimgan.nn;

/** Where a network's layers find their tensors. */
public interface Parameters<T> {

    /**
     * The leading slice of a named tensor.
     *
     * @param leading how many entries of each leading dimension; dimensions that are not named are whole
     */
    T get(String name, long... leading);
}
