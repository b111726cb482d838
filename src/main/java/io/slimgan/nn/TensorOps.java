package io.slimgan.nn;

/**
 * The operations that networks are written in. A network is read in several ways through this interface: computed with
 * gradients, compiled for sampling, or merely counted; T is a tensor, a piece of program, or a shape.
 *
 * <p>Shapes: activations are (N, C, H, W) or (N, C).
 */
public interface TensorOps<T> {

    /** x (N, in) times weight (out, in) transposed, plus bias (out). */
    T linear(T x, T weight, T bias);

    /** (N, channels * height * width) to (N, channels, height, width), channel-major. */
    T toImage(T x, int channels, int height, int width);

    /** (N, C, H, W) to (N, C * H * W), channel-major. */
    T flatten(T x);

    /** Convolution with weight (out, in, k, k), bias (out) and zero padding. */
    T conv(T x, T weight, T bias, int stride, int padding);

    /** Transposed convolution 4/2/1, doubling H and W, with weight (in, out, 4, 4) and bias (out). */
    T convTransposed(T x, T weight, T bias);

    /** Batch normalisation of (N, C, H, W) over N, H, W; epsilon 1e-5, momentum 0.1 (torch's convention). */
    T batchNorm(T x, T scale, T shift, T runningMean, T runningVariance);

    T relu(T x);

    T leakyRelu(T x, double slope);

    T tanh(T x);
}
