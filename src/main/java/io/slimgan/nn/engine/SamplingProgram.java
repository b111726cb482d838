package io.slimgan.nn.engine;

import io.slimgan.base.HostTensor;
import io.slimgan.nn.TensorOps;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a network into a straight program for sampling: evaluation mode, constants instead of parameters, and every
 * batch normalisation folded into the layer before it, which then costs nothing.
 *
 * <p>One network reading per object, one thread.
 */
final class SamplingProgram implements TensorOps<SamplingProgram.Value> {

    private static final double EPSILON = 1e-5;

    private final List<Step> steps = new ArrayList<>();

    /** A variable of the program, or a constant that a layer will ask for. */
    record Value(String name, HostTensor constant) {
        static Value variable(String name) {
            return new Value(name, new HostTensor(new float[0], new long[] {0}));
        }

        static Value constant(HostTensor tensor) {
            return new Value("", tensor);
        }
    }

    /**
     * One line of the program.
     *
     * @param code with %x for its input, %w and %b for its constants
     * @param outputDimension which dimension of the weight counts output channels; -1 without weight
     */
    private record Step(String code, List<HostTensor> constants, int outputDimension) {}

    /** The constants in the order in which the program reads them. */
    List<HostTensor> constants() {
        return steps.stream().flatMap(step -> step.constants.stream()).toList();
    }

    /** The body of a method with arguments z and c (the constants) that leaves its result in the last variable. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int constant = 0;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String line = step.code.replace("%x", i == 0 ? "z" : variable(i - 1));
            if (!step.constants.isEmpty()) {
                line = line.replace("%w", "c[" + constant + "]").replace("%b", "c[" + (constant + 1) + "]");
                constant += 2;
            }
            lines.add(variable(i) + " = " + line);
        }
        lines.add("return " + variable(steps.size() - 1));
        return lines;
    }

    private static String variable(int step) {
        return "x" + step;
    }

    private Value add(String code, List<HostTensor> constants, int outputDimension) {
        steps.add(new Step(code, constants, outputDimension));
        return Value.variable(variable(steps.size() - 1));
    }

    private Value plain(String code) {
        return add(code, List.of(), -1);
    }

    @Override
    public Value linear(Value x, Value weight, Value bias) {
        return add("torch.linear(%x, %w, %b)", List.of(weight.constant, bias.constant), 0);
    }

    @Override
    public Value toImage(Value x, int channels, int height, int width) {
        return plain("torch.contiguous(torch.reshape(%x, [-1, " + channels + ", " + height + ", " + width
                + "]), memory_format=2)");
    }

    @Override
    public Value flatten(Value x) {
        return plain("torch.flatten(%x, 1)");
    }

    @Override
    public Value conv(Value x, Value weight, Value bias, int stride, int padding) {
        return add(
                "torch.conv2d(%x, %w, %b, [" + stride + ", " + stride + "], [" + padding + ", " + padding + "])",
                List.of(weight.constant, bias.constant),
                0);
    }

    @Override
    public Value convTransposed(Value x, Value weight, Value bias) {
        return add("torch.conv_transpose2d(%x, %w, %b, [2, 2], [1, 1])", List.of(weight.constant, bias.constant), 1);
    }

    /** Folded: (W x + b - mean) * scale / sqrt(variance + epsilon) + shift is a convolution with other W and b. */
    @Override
    public Value batchNorm(Value x, Value scale, Value shift, Value mean, Value variance) {
        Step before = steps.remove(steps.size() - 1);
        if (before.outputDimension < 0) {
            throw new IllegalStateException("A batch normalisation that follows no weights cannot be folded.");
        }
        HostTensor weight = before.constants.get(0);
        HostTensor bias = before.constants.get(1);
        int channels = bias.values().length;
        float[] w = weight.values().clone();
        float[] b = new float[channels];
        double[] factors = new double[channels];
        for (int c = 0; c < channels; c++) {
            factors[c] =
                    scale.constant.values()[c] / Math.sqrt(variance.constant.values()[c] + EPSILON);
            b[c] = (float) ((bias.values()[c] - mean.constant.values()[c]) * factors[c]
                    + shift.constant.values()[c]);
        }
        int inner = before.outputDimension == 0
                ? w.length / channels
                : (int) (w.length / weight.shape()[0] / channels); // entries between two channels
        for (int i = 0; i < w.length; i++) {
            w[i] = (float) (w[i] * factors[i / inner % channels]);
        }
        return add(
                before.code,
                List.of(new HostTensor(w, weight.shape()), new HostTensor(b, bias.shape())),
                before.outputDimension);
    }

    @Override
    public Value relu(Value x) {
        return plain("torch.relu_(%x)");
    }

    @Override
    public Value leakyRelu(Value x, double slope) {
        return plain("torch.leaky_relu_(%x, " + slope + ")");
    }

    @Override
    public Value tanh(Value x) {
        return plain("torch.tanh_(%x)");
    }
}
