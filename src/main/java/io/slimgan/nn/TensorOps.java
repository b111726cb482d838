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

    /** {@link #linear(Object, Object, Object)} without bias. */
    T linear(T x, T weight);

    /** (N, channels * height * width) to (N, channels, height, width), channel-major. */
    T toImage(T x, int channels, int height, int width);

    /** (N, C, H, W) to (N, C * H * W), channel-major. */
    T flatten(T x);

    /** Convolution with weight (out, in, k, k), bias (out) and zero padding. */
    T conv(T x, T weight, T bias, int stride, int padding);

    /** A 1 x 1 convolution without bias. */
    T pointwise(T x, T weight);

    /** Transposed convolution 4/2/1, doubling H and W, with weight (in, out, 4, 4) and bias (out). */
    T convTransposed(T x, T weight, T bias);

    /** Batch normalisation of (N, C, H, W) over N, H, W; epsilon 1e-5, momentum 0.1 (torch's convention). */
    T batchNorm(T x, T scale, T shift, T runningMean, T runningVariance);

    T relu(T x);

    T leakyRelu(T x, double slope);

    T tanh(T x);

    /** {@link #batchNorm} without scale and shift. */
    T normalise(T x, T runningMean, T runningVariance);

    /** gain * x + shift per image and channel: x (N, C, H, W), gain and shift (N, C). */
    T modulate(T x, T gain, T shift);

    /**
     * Rows of a table by label: columns {@code from} to {@code to} of table (classes, columns).
     *
     * @param classes one-hot labels (N, classes)
     * @return (N, to - from)
     */
    T lookup(T classes, T table, int from, int to);

    /** The sum of two tensors of one shape, or of (N, C) and (C). */
    T add(T a, T b);

    /** The difference of two tensors of one shape, or of (C) and (N, C). */
    T subtract(T a, T b);

    /** The product, entry by entry, of two tensors of one shape, or of (N, C) and (C). */
    T multiply(T a, T b);

    /** The inner products of rows: two (N, C) to (N, 1). */
    T rowProducts(T a, T b);

    /** (N, C, H, W) to (N, C, 2H, 2W). */
    T upsample(T x, Upsampling how);

    /** (N, C, H, W) to (N, C, H/2, W/2): means of 2 x 2 pixels. */
    T averagePool(T x);

    /** (N, C, H, W) to (N, C, H/2, W/2): maxima of 2 x 2 pixels. */
    T maxPool(T x);

    /** Columns {@code from} to {@code to} of (N, C). */
    T columns(T x, int from, int to);

    /** (N, A) and (N, B) side by side, (N, A + B). */
    T join(T a, T b);

    /**
     * What each place of a map takes from everywhere: values weighted by softmax of (query, key) over all places (Zhang
     * et al. 2019).
     *
     * @param queries (N, A, H, W)
     * @param keys (N, A, h, w)
     * @param values (N, B, h, w)
     * @return (N, B, H, W)
     */
    T attend(T queries, T keys, T values);

    /** x times the single entry of {@code factor}. */
    T scale(T x, T factor);

    /** (N, C, H, W) to (N, C): sums over the pixels. */
    T sumPixels(T x);

    /**
     * A 1 x 1 convolution of {@link #upsample}d maps. The two commute, so it may run on the small map, at a quarter of
     * the work (method H.3, 3).
     */
    T convUpsampled(T x, T weight, T bias, Upsampling how);

    /** {@link #averagePool} of a 1 x 1 convolution; the two commute, so it may run on the small map. */
    T convPooled(T x, T weight, T bias);
}
