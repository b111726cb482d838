package io.slimgan.metrics.weights;

import io.slimgan.base.HostTensor;
import java.util.Arrays;

/**
 * A float64 tensor in Java memory, as statistics need it. The arrays are not copied; who makes one gives them away.
 *
 * @param values the entries in row-major order
 * @param shape the sizes, outermost first; empty for a scalar
 */
public record DoubleTensor(double[] values, long[] shape) {

    public DoubleTensor {
        if (HostTensor.elements(shape) != values.length) {
            throw new IllegalArgumentException(
                    "A tensor of shape " + Arrays.toString(shape) + " has not " + values.length + " entries.");
        }
    }
}
