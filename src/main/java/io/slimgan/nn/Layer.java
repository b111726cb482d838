package io.slimgan.nn;

import java.util.List;

/** One layer of a slimmable network as a value: what it owns, and what it computes at a width. */
public interface Layer {

    /** The tensors it owns, at full width. */
    List<ParameterSpec> parameters();

    /** Its output at a width, from the leading slices that the width uses (method A.1). */
    <T> T apply(TensorOps<T> ops, Parameters<T> parameters, T x, Pass<T> pass);
}
