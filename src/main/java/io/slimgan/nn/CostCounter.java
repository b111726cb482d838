package io.slimgan.nn;

import java.util.Arrays;

/**
 * Reads a network for its cost alone: shapes instead of tensors, (C, H, W) or (C) per image. Counts parameters that are
 * active and multiply-accumulates in the two conventions of method A.9. One reading per object.
 */
public final class CostCounter implements TensorOps<long[]> {

    private static final long[] NONE = {0};

    private long parameters;
    private long macs;
    private long macsProfiler;
    private long macsSaved;

    /** Parameters that were read, running statistics not counted. */
    public long parameters() {
        return parameters;
    }

    /**
     * "arith": convolution k^2 * Cin * Cout * Hout * Wout; transposed convolution at its INPUT's resolution; linear in *
     * out; normalisation, activations and upsampling free.
     */
    public long macs() {
        return macs;
    }

    /** {@link #macs} as this program computes: convolutions of resized maps run on the small map (method H.3, 3). */
    public long macsExecuted() {
        return macs - macsSaved;
    }

    /** "profiler" (GAN Compression's): transposed convolution at its OUTPUT's resolution, +1 per normalised element. */
    public long macsProfiler() {
        return macsProfiler;
    }

    /** Parameters that only have the shapes of these specs. */
    public static Parameters<long[]> shapes(Iterable<ParameterSpec> specs) {
        return (name, leading) -> {
            for (ParameterSpec spec : specs) {
                if (spec.name().equals(name)) {
                    long[] shape = spec.shape().clone();
                    System.arraycopy(leading, 0, shape, 0, leading.length);
                    return shape;
                }
            }
            throw new IllegalArgumentException("There is no tensor " + name + " in this network.");
        };
    }

    private static long product(long... sizes) {
        return Arrays.stream(sizes).reduce(1, Math::multiplyExact);
    }

    private void weigh(long[] weight, long[] bias) {
        parameters += product(weight) + product(bias);
    }

    private void work(long arithmetic, long profiled) {
        macs += arithmetic;
        macsProfiler += profiled;
    }

    @Override
    public long[] linear(long[] x, long[] weight, long[] bias) {
        weigh(weight, bias);
        work(product(weight), product(weight));
        return new long[] {weight[0]};
    }

    @Override
    public long[] toImage(long[] x, int channels, int height, int width) {
        return new long[] {channels, height, width};
    }

    @Override
    public long[] flatten(long[] x) {
        return new long[] {product(x)};
    }

    @Override
    public long[] conv(long[] x, long[] weight, long[] bias, int stride, int padding) {
        weigh(weight, bias);
        long height = (x[1] + 2L * padding - weight[2]) / stride + 1;
        long width = (x[2] + 2L * padding - weight[3]) / stride + 1;
        long work = product(weight) * height * width;
        work(work, work);
        return new long[] {weight[0], height, width};
    }

    @Override
    public long[] convTransposed(long[] x, long[] weight, long[] bias) {
        weigh(weight, bias);
        long work = product(weight) * x[1] * x[2];
        work(work, 4 * work);
        return new long[] {weight[1], 2 * x[1], 2 * x[2]};
    }

    @Override
    public long[] batchNorm(long[] x, long[] scale, long[] shift, long[] mean, long[] variance) {
        weigh(scale, shift);
        work(0, product(x));
        return x;
    }

    @Override
    public long[] relu(long[] x) {
        return x;
    }

    @Override
    public long[] leakyRelu(long[] x, double slope) {
        return x;
    }

    @Override
    public long[] tanh(long[] x) {
        return x;
    }

    @Override
    public long[] normalise(long[] x, long[] mean, long[] variance) {
        work(0, product(x));
        return x;
    }

    @Override
    public long[] modulate(long[] x, long[] gain, long[] shift) {
        return x;
    }

    /** A lookup costs no arithmetic; the columns that it reads are active parameters. */
    @Override
    public long[] lookup(long[] classes, long[] table, int from, int to) {
        parameters += table[0] * (to - from);
        return new long[] {to - from};
    }

    @Override
    public long[] add(long[] a, long[] b) {
        return a;
    }

    @Override
    public long[] subtract(long[] a, long[] b) {
        return a;
    }

    @Override
    public long[] multiply(long[] a, long[] b) {
        return a;
    }

    @Override
    public long[] rowProducts(long[] a, long[] b) {
        return new long[] {1};
    }

    @Override
    public long[] upsample(long[] x, Upsampling how) {
        return new long[] {x[0], 2 * x[1], 2 * x[2]};
    }

    @Override
    public long[] averagePool(long[] x) {
        return new long[] {x[0], x[1] / 2, x[2] / 2};
    }

    @Override
    public long[] sumPixels(long[] x) {
        return new long[] {x[0]};
    }

    @Override
    public long[] convUpsampled(long[] x, long[] weight, long[] bias, Upsampling how) {
        long[] y = conv(upsample(x, how), weight, bias, 1, 0);
        macsSaved += product(weight) * 3 * x[1] * x[2];
        return y;
    }

    @Override
    public long[] convPooled(long[] x, long[] weight, long[] bias) {
        long[] y = averagePool(conv(x, weight, bias, 1, 0));
        macsSaved += product(weight) * (x[1] * x[2] - y[1] * y[2]);
        return y;
    }

    @Override
    public long[] linear(long[] x, long[] weight) {
        return linear(x, weight, NONE);
    }

    @Override
    public long[] pointwise(long[] x, long[] weight) {
        return conv(x, weight, NONE, 1, 0);
    }

    @Override
    public long[] maxPool(long[] x) {
        return averagePool(x);
    }

    @Override
    public long[] columns(long[] x, int from, int to) {
        return new long[] {to - from};
    }

    @Override
    public long[] join(long[] a, long[] b) {
        return new long[] {a[0] + b[0]};
    }

    /** Two products of matrices: similarities, then their weighted sums. */
    @Override
    public long[] attend(long[] queries, long[] keys, long[] values) {
        long pairs = queries[1] * queries[2] * keys[1] * keys[2];
        work(pairs * (queries[0] + values[0]), pairs * (queries[0] + values[0]));
        return new long[] {values[0], queries[1], queries[2]};
    }

    @Override
    public long[] scale(long[] x, long[] factor) {
        parameters += product(factor);
        return x;
    }
}
