package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import ai.djl.pytorch.jni.JniUtils;
import io.slimgan.base.HostTensor;
import io.slimgan.nn.TensorOps;
import io.slimgan.nn.Upsampling;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Computes on tensors, training mode, with gradients where the calling thread records them ({@link Recording}).
 *
 * <p>Activations are kept with channels innermost in memory, which the engine's convolutions read without reordering.
 * Results belong to the scope that is open on the thread ({@code NDScope}). Any thread; arguments must not be changed by
 * another at the same time.
 */
public final class EngineOps implements TensorOps<NDArray>, AutoCloseable {

    private static final String CLASS = "Ops";
    private static final String PARAMETERS = "parameters[]"; // "[]": neighbours of this name are one list argument
    private static final Shape ONE = new Shape(1, 1);
    private static final Shape TWO = new Shape(2, 2);
    private static final Shape NONE = new Shape(0, 0);
    private static final double LEARNED_SHARE = 0.1; // of the running statistics per update, torch's momentum
    private static final double EPSILON = 1e-5;

    private final ScriptModule script;
    private final boolean bf16;
    private final Staging staging = new Staging();

    private EngineOps(ScriptModule script, boolean bf16) {
        this.script = script;
        this.bf16 = bf16;
    }

    /** Everything in float32. Loads the engine at first use. */
    public static EngineOps create() {
        return create(false);
    }

    /** @param bf16 whether convolutions multiply bfloat16 numbers, forward and backward; all tensors stay float32 */
    public static EngineOps create(boolean bf16) {
        EngineFacts.load();
        try (InputStream source = EngineOps.class.getResourceAsStream("operations.py")) {
            if (source == null) {
                throw new IllegalStateException("operations.py is missing from the program's resources.");
            }
            String methods = new String(source.readAllBytes(), StandardCharsets.UTF_8);
            return new EngineOps(ScriptModule.compile(CLASS, methods), bf16);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PtNDArray pt(NDArray array) {
        return (PtNDArray) array;
    }

    @Override
    public NDArray linear(NDArray x, NDArray weight, NDArray bias) {
        return JniUtils.linear(pt(x), pt(weight), pt(bias));
    }

    @Override
    public NDArray toImage(NDArray x, int channels, int height, int width) {
        return channelsLast(x.reshape(x.getShape().get(0), channels, height, width));
    }

    @Override
    public NDArray flatten(NDArray x) {
        return x.reshape(x.getShape().get(0), -1);
    }

    @Override
    public NDArray conv(NDArray x, NDArray weight, NDArray bias, int stride, int padding) {
        if (bf16) {
            String method = "conv_bf16_" + stride + "_" + padding;
            return script.callRecording(method, new NDList(x, asParameter(weight), asParameter(bias)))
                    .get(0);
        }
        return JniUtils.convolution(
                pt(x), pt(weight), pt(bias), new Shape(stride, stride), new Shape(padding, padding), ONE, 1);
    }

    @Override
    public NDArray convTransposed(NDArray x, NDArray weight, NDArray bias) {
        return script.callRecording(
                        bf16 ? "deconv_bf16" : "deconv", new NDList(x, asParameter(weight), asParameter(bias)))
                .get(0);
    }

    @Override
    public NDArray batchNorm(NDArray x, NDArray scale, NDArray shift, NDArray mean, NDArray variance) {
        return JniUtils.batchNorm(pt(x), pt(mean), pt(variance), pt(scale), pt(shift), true, LEARNED_SHARE, EPSILON);
    }

    @Override
    public NDArray relu(NDArray x) {
        return JniUtils.relu(pt(x));
    }

    @Override
    public NDArray leakyRelu(NDArray x, double slope) {
        return JniUtils.leakyRelu(pt(x), slope);
    }

    @Override
    public NDArray tanh(NDArray x) {
        return x.tanh();
    }

    @Override
    public NDArray normalise(NDArray x, NDArray mean, NDArray variance) {
        return script.callRecording("normalise", new NDList(x, asParameter(mean), asParameter(variance)))
                .get(0);
    }

    @Override
    public NDArray modulate(NDArray x, NDArray gain, NDArray shift) {
        long[] perChannel = {gain.getShape().get(0), gain.getShape().get(1), 1, 1};
        return x.mul(gain.reshape(perChannel)).add(shift.reshape(perChannel));
    }

    @Override
    public NDArray lookup(NDArray classes, NDArray table, int from, int to) {
        return columns(classes.matMul(table), from, to);
    }

    @Override
    public NDArray add(NDArray a, NDArray b) {
        return a.add(b);
    }

    @Override
    public NDArray subtract(NDArray a, NDArray b) {
        return a.sub(b);
    }

    @Override
    public NDArray multiply(NDArray a, NDArray b) {
        return a.mul(b);
    }

    @Override
    public NDArray rowProducts(NDArray a, NDArray b) {
        return a.mul(b).sum(new int[] {1}, true);
    }

    @Override
    public NDArray upsample(NDArray x, Upsampling how) {
        String method = how == Upsampling.BILINEAR ? "upsample" : "upsample_nearest";
        return script.callRecording(method, new NDList(x)).get(0);
    }

    @Override
    public NDArray averagePool(NDArray x) {
        return JniUtils.avgPool(pt(x), TWO, TWO, NONE, false, true);
    }

    @Override
    public NDArray sumPixels(NDArray x) {
        return x.sum(new int[] {2, 3});
    }

    @Override
    public NDArray convUpsampled(NDArray x, NDArray weight, NDArray bias, Upsampling how) {
        return upsample(conv(x, weight, bias, 1, 0), how);
    }

    @Override
    public NDArray convPooled(NDArray x, NDArray weight, NDArray bias) {
        return conv(averagePool(x), weight, bias, 1, 0);
    }

    @Override
    public NDArray linear(NDArray x, NDArray weight) {
        return script.callRecording("linear", new NDList(x, asParameter(weight)))
                .get(0);
    }

    @Override
    public NDArray pointwise(NDArray x, NDArray weight) {
        return script.callRecording("pointwise", new NDList(x, asParameter(weight)))
                .get(0);
    }

    @Override
    public NDArray maxPool(NDArray x) {
        return JniUtils.maxPool(pt(x), TWO, TWO, NONE, false);
    }

    @Override
    public NDArray join(NDArray a, NDArray b) {
        return JniUtils.cat(new PtNDArray[] {pt(a), pt(b)}, 1);
    }

    @Override
    public NDArray attend(NDArray queries, NDArray keys, NDArray values) {
        return script.callRecording("attend", new NDList(queries, keys, values)).get(0);
    }

    @Override
    public NDArray scale(NDArray x, NDArray factor) {
        return x.mul(factor);
    }

    /** Columns {@code from} to {@code to} of a matrix as a view. */
    @Override
    public NDArray columns(NDArray x, int from, int to) {
        long[] shape = x.getShape().getShape();
        return from == 0 && to == shape[1] ? x : range(x, new long[] {0, from}, new long[] {shape[0], to});
    }

    /** The same (N, C, H, W) tensor with channels innermost in memory. */
    public NDArray channelsLast(NDArray x) {
        return script.callRecording("channels_last", new NDList(x)).get(0);
    }

    /** The leading {@code sizes} of each dimension as a view; dimensions beyond {@code sizes} are whole. */
    public NDArray leading(NDArray x, long... sizes) {
        long[] shape = x.getShape().getShape();
        long[] to = shape.clone();
        System.arraycopy(sizes, 0, to, 0, sizes.length);
        if (Arrays.equals(to, shape)) {
            return x;
        }
        return range(x, new long[shape.length], to);
    }

    /** Rows {@code from} to {@code to} of the first dimension as a view. */
    public NDArray rows(NDArray x, long from, long to) {
        long[] low = new long[x.getShape().dimension()];
        long[] high = x.getShape().getShape().clone();
        if (from == 0 && to == high[0]) {
            return x;
        }
        low[0] = from;
        high[0] = to;
        return range(x, low, high);
    }

    private static NDArray range(NDArray x, long[] from, long[] to) {
        long[] step = new long[from.length];
        Arrays.fill(step, 1);
        return JniUtils.index(pt(x), from, to, step, (PtNDManager) x.getManager());
    }

    /** Tensors along the first dimension. */
    public NDArray concat(List<NDArray> parts) {
        return parts.size() == 1 ? parts.get(0) : JniUtils.cat(parts.toArray(new PtNDArray[0]), 0);
    }

    /**
     * Marks a tensor as a network's parameter and gives it back. The binding packs arguments by their arrays' names, and
     * several workers pass the same parameters at once, so a parameter's name is set once and never changed.
     */
    public NDArray asParameter(NDArray tensor) {
        if (!PARAMETERS.equals(tensor.getName())) {
            tensor.setName(PARAMETERS);
        }
        return tensor;
    }

    /** A tensor over the same memory from which gradients are taken: the graph begins here. */
    public NDArray leaf(NDArray x) {
        NDArray leaf = x.stopGradient();
        leaf.setRequiresGradient(true);
        return asParameter(leaf);
    }

    /** The same tensor without the mark of a parameter: what operations of the script take one by one. */
    public NDArray unnamed(NDArray leaf) {
        return leaf.reshape(leaf.getShape());
    }

    /** The sum over images of (|d logit / d image| - 1)^2, which may be differentiated again. */
    public NDArray gradientPenalty(NDArray logits, NDArray images) {
        return script.callRecording("gradient_penalty", new NDList(logits, asParameter(images)))
                .get(0);
    }

    /** As {@link #gradient} of one scalar, with zeros for inputs that it does not depend on. */
    public List<NDArray> gradientOrZero(NDArray scalar, List<NDArray> inputs) {
        NDList arguments = new NDList(scalar);
        inputs.forEach(input -> arguments.add(asParameter(input)));
        return new ArrayList<>(script.callRecording("gradient_or_zero", arguments));
    }

    /**
     * Gradients of sum_i (outputs_i, seeds_i) with respect to {@code inputs}, all of which the outputs depend on. Frees
     * the graph.
     *
     * @param seeds the outer derivative of each output, of its shape
     */
    public List<NDArray> gradient(List<NDArray> outputs, List<NDArray> seeds, List<NDArray> inputs) {
        NDList arguments = new NDList();
        named(arguments, outputs, "outputs[]");
        named(arguments, seeds, "seeds[]");
        inputs.forEach(input -> arguments.add(asParameter(input)));
        return new ArrayList<>(script.callRecording("gradient", arguments));
    }

    private static void named(NDList arguments, List<NDArray> arrays, String name) {
        for (NDArray array : arrays) {
            array.setName(name);
            arguments.add(array);
        }
    }

    /** Sets tensors to zero. */
    public void zero(List<NDArray> tensors) {
        try (IValue list = ScriptModule.list(tensors)) {
            script.callInPlace("zero", list);
        }
    }

    /** Adds each part to the leading slice of its total. */
    public void addLeading(List<NDArray> totals, List<NDArray> parts) {
        try (IValue to = ScriptModule.list(totals);
                IValue from = ScriptModule.list(parts)) {
            script.callInPlace("add_leading", to, from);
        }
    }

    /** Moves averages the given share of the way to the values, in place. */
    public void average(List<NDArray> averages, List<NDArray> values, double share) {
        try (IValue to = ScriptModule.list(averages);
                IValue from = ScriptModule.list(values);
                IValue part = IValue.from(share)) {
            script.callInPlace("average", to, from, part);
        }
    }

    /** Makes the rows of a weight as a matrix (out, rest) orthonormal, or the columns where there are fewer, in place. */
    public void orthogonalise(NDArray weight) {
        try (IValue argument = IValue.from(pt(weight))) {
            script.callInPlace("orthogonalise", argument);
        }
    }

    /** The 2-norm of each tensor; not finite where an entry is not. */
    public float[] norms(NDManager manager, List<NDArray> tensors) {
        try (IValue list = ScriptModule.list(tensors);
                NDArray norms = script.callForResult(manager, "norms", list)) {
            return norms.toFloatArray();
        }
    }

    /** A new tensor with these values, in the engine's own memory. */
    public NDArray fromHost(NDManager manager, HostTensor values) {
        return staging.copy(manager, values);
    }

    /** Writes each value into its tensor's memory, so that views of the tensor see it. */
    public void assign(List<NDArray> tensors, List<NDArray> values) {
        try (IValue to = ScriptModule.list(tensors);
                IValue from = ScriptModule.list(values)) {
            script.callInPlace("assign", to, from);
        }
    }

    /**
     * One step of Adam on all parameters at once, PyTorch's formula: p -= stepSize * m / (sqrt(v) / correction2 +
     * epsilon).
     *
     * @param stepSize learning rate / (1 - beta1^t)
     * @param correction2 sqrt(1 - beta2^t)
     */
    public void adam(AdamState state, double beta1, double beta2, double epsilon, double stepSize, double correction2) {
        try (IValue p = ScriptModule.list(state.parameters());
                IValue g = ScriptModule.list(state.gradients());
                IValue m = ScriptModule.list(state.firstMoments());
                IValue v = ScriptModule.list(state.secondMoments());
                IValue b1 = IValue.from(beta1);
                IValue b2 = IValue.from(beta2);
                IValue e = IValue.from(epsilon);
                IValue step = IValue.from(stepSize);
                IValue c2 = IValue.from(correction2)) {
            script.callInPlace("adam", p, g, m, v, b1, b2, e, step, c2);
        }
    }

    /** What {@link #adam} reads and changes: lists of one length, entry i belongs to parameter i. */
    public record AdamState(
            List<NDArray> parameters,
            List<NDArray> gradients,
            List<NDArray> firstMoments,
            List<NDArray> secondMoments) {}

    /** The script, for spectral normalisation, which calls its own methods of it. */
    ScriptModule script() {
        return script;
    }

    @Override
    public void close() {
        script.close();
    }
}
