package io.slimgan.nn.engine;

import io.slimgan.base.HostTensor;
import io.slimgan.nn.TensorOps;
import io.slimgan.nn.Upsampling;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Reads a network into a straight program for sampling: evaluation mode, constants instead of parameters, every batch
 * normalisation that follows weights folded into them, which then costs nothing, and results overwritten where nobody
 * else reads them.
 *
 * <p>One network reading per object, one thread.
 */
final class SamplingProgram implements TensorOps<SamplingProgram.Value> {

    private static final double EPSILON = 1e-5;

    private final List<Step> steps = new ArrayList<>();

    /** The result of a step, an argument of the program, or a constant. */
    sealed interface Value {}

    /** An argument of the program by its name. */
    record Argument(String name) implements Value {}

    /** What a step gave. */
    record Result(int step) implements Value {}

    /** A tensor that the program brings along. */
    record Constant(HostTensor tensor) implements Value {}

    /** What a step is, as far as its neighbours ask. */
    private enum Kind {
        /** Weight and bias are arguments 1 and 2, and a normalisation that follows may be folded into them. */
        WEIGHTS,
        /** A batch normalisation: scale, shift, mean and variance are arguments 1 to 4. */
        NORM,
        /** May overwrite its argument; its code then ends in an underscore. */
        POINTWISE,
        OTHER
    }

    /**
     * One line of the program.
     *
     * @param code with %0, %1 and so on for its arguments
     * @param outputDimension which dimension of the weight counts output channels, of {@link Kind#WEIGHTS}
     */
    private record Step(Kind kind, String code, List<Value> arguments, int outputDimension) {}

    /** The lines of a method's body, the last of which returns, and what its argument c, the constants, holds. */
    record Program(List<String> lines, List<HostTensor> constants) {}

    /** The whole program; {@code result} is the network's output. */
    Program program(Value result) {
        int[] uses = uses(result);
        List<String> lines = new ArrayList<>();
        List<HostTensor> constants = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (uses[i] == 0 || (uses[i] == 1 && foldedInto(i).isPresent())) {
                continue;
            }
            if (step.kind == Kind.NORM) {
                step = folds(step, uses) ? folded(step) : step;
            }
            lines.add(name(i) + " = " + line(step, uses, constants));
        }
        lines.add("return " + text(result, constants));
        return new Program(lines, constants);
    }

    private int[] uses(Value result) {
        int[] uses = new int[steps.size()];
        for (Step step : steps) {
            step.arguments.forEach(argument -> count(argument, uses));
        }
        count(result, uses);
        return uses;
    }

    private static void count(Value value, int[] uses) {
        if (value instanceof Result result) {
            uses[result.step]++;
        }
    }

    /** The normalisation that takes step i's weights over, given that it alone reads the step. */
    private Optional<Step> foldedInto(int i) {
        return steps.get(i).kind != Kind.WEIGHTS
                ? Optional.empty()
                : steps.stream()
                        .filter(step ->
                                step.kind == Kind.NORM && step.arguments.get(0).equals(new Result(i)))
                        .findFirst();
    }

    private boolean folds(Step norm, int[] uses) {
        return norm.arguments.get(0) instanceof Result before
                && steps.get(before.step).kind == Kind.WEIGHTS
                && uses[before.step] == 1;
    }

    private String line(Step step, int[] uses, List<HostTensor> constants) {
        String line = step.code;
        if (step.kind == Kind.POINTWISE && step.arguments.get(0) instanceof Result before && uses[before.step] == 1) {
            line = line.replaceFirst("\\(", "_(");
        }
        for (int a = 0; a < step.arguments.size(); a++) {
            line = line.replace("%" + a, text(step.arguments.get(a), constants));
        }
        return line;
    }

    private static String text(Value value, List<HostTensor> constants) {
        if (value instanceof Constant constant) {
            constants.add(constant.tensor);
            return "c[" + (constants.size() - 1) + "]";
        }
        return value instanceof Result result ? name(result.step) : ((Argument) value).name;
    }

    private static String name(int step) {
        return "x" + step;
    }

    /** (W x + b - mean) * scale / sqrt(variance + epsilon) + shift is the same layer with other W and b. */
    private Step folded(Step norm) {
        Step before = steps.get(((Result) norm.arguments.get(0)).step);
        HostTensor weight = tensor(before.arguments.get(1));
        HostTensor bias = tensor(before.arguments.get(2));
        float[] scale = tensor(norm.arguments.get(1)).values();
        float[] shift = tensor(norm.arguments.get(2)).values();
        float[] mean = tensor(norm.arguments.get(3)).values();
        float[] variance = tensor(norm.arguments.get(4)).values();
        int channels = bias.values().length;
        float[] w = weight.values().clone();
        float[] b = new float[channels];
        double[] factors = new double[channels];
        for (int c = 0; c < channels; c++) {
            factors[c] = scale[c] / Math.sqrt(variance[c] + EPSILON);
            b[c] = (float) ((bias.values()[c] - mean[c]) * factors[c] + shift[c]);
        }
        int inner = before.outputDimension == 0
                ? w.length / channels
                : (int) (w.length / weight.shape()[0] / channels); // entries between two channels
        for (int i = 0; i < w.length; i++) {
            w[i] = (float) (w[i] * factors[i / inner % channels]);
        }
        List<Value> arguments = List.of(
                before.arguments.get(0),
                new Constant(new HostTensor(w, weight.shape())),
                new Constant(new HostTensor(b, bias.shape())));
        return new Step(Kind.WEIGHTS, before.code, arguments, before.outputDimension);
    }

    private static HostTensor tensor(Value value) {
        if (value instanceof Constant constant) {
            return constant.tensor;
        }
        throw new IllegalStateException("Weights and statistics of a sampling program are constants.");
    }

    private Value add(Kind kind, String code, int outputDimension, Value... arguments) {
        steps.add(new Step(kind, code, List.of(arguments), outputDimension));
        return new Result(steps.size() - 1);
    }

    private Value plain(String code, Value... arguments) {
        return add(Kind.OTHER, code, -1, arguments);
    }

    @Override
    public Value linear(Value x, Value weight, Value bias) {
        return add(Kind.WEIGHTS, "torch.linear(%0, %1, %2)", 0, x, weight, bias);
    }

    @Override
    public Value toImage(Value x, int channels, int height, int width) {
        return plain(
                "torch.contiguous(torch.reshape(%0, [-1, " + channels + ", " + height + ", " + width
                        + "]), memory_format=2)",
                x);
    }

    @Override
    public Value flatten(Value x) {
        return plain("torch.flatten(%0, 1)", x);
    }

    @Override
    public Value conv(Value x, Value weight, Value bias, int stride, int padding) {
        return add(
                Kind.WEIGHTS,
                "torch.conv2d(%0, %1, %2, [" + stride + ", " + stride + "], [" + padding + ", " + padding + "])",
                0,
                x,
                weight,
                bias);
    }

    @Override
    public Value convTransposed(Value x, Value weight, Value bias) {
        return add(Kind.WEIGHTS, "torch.conv_transpose2d(%0, %1, %2, [2, 2], [1, 1])", 1, x, weight, bias);
    }

    @Override
    public Value batchNorm(Value x, Value scale, Value shift, Value mean, Value variance) {
        return add(
                Kind.NORM,
                "torch.batch_norm(%0, %1, %2, %3, %4, False, 0., 1.0000000000000001e-05, True)",
                -1,
                x,
                scale,
                shift,
                mean,
                variance);
    }

    @Override
    public Value normalise(Value x, Value mean, Value variance) {
        long[] shape = tensor(mean).shape();
        float[] ones = new float[(int) shape[0]];
        Arrays.fill(ones, 1);
        return batchNorm(
                x,
                new Constant(new HostTensor(ones, shape)),
                new Constant(new HostTensor(new float[ones.length], shape)),
                mean,
                variance);
    }

    @Override
    public Value relu(Value x) {
        return add(Kind.POINTWISE, "torch.relu(%0)", -1, x);
    }

    @Override
    public Value leakyRelu(Value x, double slope) {
        return add(Kind.POINTWISE, "torch.leaky_relu(%0, " + slope + ")", -1, x);
    }

    @Override
    public Value tanh(Value x) {
        return add(Kind.POINTWISE, "torch.tanh(%0)", -1, x);
    }

    @Override
    public Value modulate(Value x, Value gain, Value shift) {
        return plain("torch.addcmul(" + perChannel("%2") + ", %0, " + perChannel("%1") + ")", x, gain, shift);
    }

    private static String perChannel(String rows) {
        return "torch.unsqueeze(torch.unsqueeze(" + rows + ", 2), 3)";
    }

    @Override
    public Value lookup(Value classes, Value table, int from, int to) {
        return plain("torch.matmul(%0, %1)", classes, new Constant(HostSlices.columns(tensor(table), from, to)));
    }

    @Override
    public Value add(Value a, Value b) {
        return plain("torch.add(%0, %1)", a, b);
    }

    @Override
    public Value subtract(Value a, Value b) {
        return plain("torch.sub(%0, %1)", a, b);
    }

    @Override
    public Value multiply(Value a, Value b) {
        return plain("torch.mul(%0, %1)", a, b);
    }

    @Override
    public Value rowProducts(Value a, Value b) {
        return plain("torch.sum(torch.mul(%0, %1), [1], True)", a, b);
    }

    @Override
    public Value upsample(Value x, Upsampling how) {
        return plain(
                how == Upsampling.BILINEAR
                        ? "torch.upsample_bilinear2d(%0, None, False, [2., 2.])"
                        : "torch.upsample_nearest2d(%0, None, [2., 2.])",
                x);
    }

    @Override
    public Value averagePool(Value x) {
        return plain("torch.avg_pool2d(%0, [2, 2])", x);
    }

    @Override
    public Value sumPixels(Value x) {
        return plain("torch.sum(%0, [2, 3])", x);
    }

    @Override
    public Value convUpsampled(Value x, Value weight, Value bias, Upsampling how) {
        return upsample(conv(x, weight, bias, 1, 0), how);
    }

    @Override
    public Value convPooled(Value x, Value weight, Value bias) {
        return conv(averagePool(x), weight, bias, 1, 0);
    }

    @Override
    public Value linear(Value x, Value weight) {
        return plain("torch.linear(%0, %1, None)", x, weight);
    }

    @Override
    public Value pointwise(Value x, Value weight) {
        return plain("torch.conv2d(%0, %1, None)", x, weight);
    }

    @Override
    public Value maxPool(Value x) {
        return plain("torch.max_pool2d(%0, [2, 2])", x);
    }

    @Override
    public Value columns(Value x, int from, int to) {
        return plain("torch.narrow(%0, 1, " + from + ", " + (to - from) + ")", x);
    }

    @Override
    public Value join(Value a, Value b) {
        return plain("torch.cat([%0, %1], 1)", a, b);
    }

    @Override
    public Value attend(Value queries, Value keys, Value values) {
        String weights =
                "torch.softmax(torch.bmm(torch.transpose(torch.flatten(%0, 2), 1, 2), torch.flatten(%1, 2)), -1)";
        return plain(
                "torch.reshape(torch.bmm(torch.flatten(%2, 2), torch.transpose(" + weights
                        + ", 1, 2)), [torch.size(%0, 0), -1, torch.size(%0, 2), torch.size(%0, 3)])",
                queries,
                keys,
                values);
    }

    @Override
    public Value scale(Value x, Value factor) {
        return plain("torch.mul(%0, %1)", x, factor);
    }
}
