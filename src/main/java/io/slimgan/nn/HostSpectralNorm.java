package io.slimgan.nn;

import io.slimgan.base.HostTensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spectral normalisation of stored weights for drawing (method A.3): W / sigma, sigma from one power iteration that starts
 * at the stored left singular vector, which stays as it is. In double precision, any thread.
 */
public final class HostSpectralNorm {

    private static final double SMALLEST = 1e-12;

    private HostSpectralNorm() {}

    /**
     * The same tensors, the weights of these layers divided by their sigma.
     *
     * @throws IllegalArgumentException naming a tensor that is missing
     */
    public static Map<String, HostTensor> normalised(Map<String, HostTensor> weights, List<String> layers) {
        if (layers.isEmpty()) {
            return weights;
        }
        Map<String, HostTensor> result = new LinkedHashMap<>(weights);
        for (String layer : layers) {
            HostTensor weight = find(weights, layer + ".weight");
            double sigma = sigma(weight, find(weights, layer + ".sn_u").values());
            float[] divided = weight.values().clone();
            for (int i = 0; i < divided.length; i++) {
                divided[i] = (float) (divided[i] / sigma);
            }
            result.put(layer + ".weight", new HostTensor(divided, weight.shape()));
        }
        return result;
    }

    private static HostTensor find(Map<String, HostTensor> weights, String name) {
        HostTensor tensor = weights.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException("Tensor " + name + " is missing.");
        }
        return tensor;
    }

    private static double sigma(HostTensor weight, float[] u) {
        int rows = (int) weight.shape()[0];
        int columns = weight.values().length / rows;
        double[] v = new double[columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                v[column] += (double) u[row] * weight.values()[row * columns + column];
            }
        }
        scale(v);
        double[] left = new double[rows];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                left[row] += v[column] * weight.values()[row * columns + column];
            }
        }
        return scale(left); // u = Wv / |Wv|, so u W v = |Wv|
    }

    /** Brings a vector to length 1; gives the length that it had. */
    private static double scale(double[] vector) {
        double squares = 0;
        for (double value : vector) {
            squares += value * value;
        }
        double length = Math.max(Math.sqrt(squares), SMALLEST);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return length;
    }
}
