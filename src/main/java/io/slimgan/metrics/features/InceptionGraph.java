package io.slimgan.metrics.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The layers of the FID Inception network of 2015-12-05 (method D.1), written as a program for the engine: one method
 * per stretch between two taps, so that computing can stop at the deepest tap that is asked for.
 *
 * <p>It is not torchvision's network: averages leave padding out of the divisor, and the last block's pooling branch
 * takes maxima. Where a block averages and then applies a 1x1 convolution, this program convolves first: both are linear
 * and the averages' weights sum to one, so the result is the same and there are fewer channels to average (method H.3.3).
 */
final class InceptionGraph {

    /** The name of the classifier's tensor; its bias is never used. */
    static final String CLASSIFIER = "fc";

    static final int CLASSES = 1008;

    /** Makes (N, C) from the (N, C, H, W) that a stretch ends with: the mean of each channel. */
    static final String POOL = "pool";

    /** Makes (N, 1008) logits from (N, 2048) features. */
    static final String LOGITS = "logits";

    private final List<Convolution> convolutions = new ArrayList<>();
    private final Map<String, List<String>> methods = new LinkedHashMap<>();
    private final Map<Integer, Integer> convolutionsUpTo = new LinkedHashMap<>();
    private List<String> lines = new ArrayList<>();
    private int variables;

    /** A convolution with bias and ReLU, by PyTorch's name of its module. */
    record Convolution(String name, int outputs, int inputs, int height, int width) {
        long[] shape() {
            return new long[] {outputs, inputs, height, width};
        }
    }

    /** A (N, channels, H, W) variable of the program. */
    private record Value(String name, int channels) {}

    private record Kernel(int height, int width, int stride, int padHeight, int padWidth) {
        static Kernel square(int size, int padding) {
            return new Kernel(size, size, 1, padding, padding);
        }
    }

    private static final Kernel ONE = Kernel.square(1, 0);
    private static final Kernel THREE = Kernel.square(3, 1);
    private static final Kernel HALVE = new Kernel(3, 3, 2, 0, 0);
    private static final Kernel ROW7 = new Kernel(1, 7, 1, 0, 3);
    private static final Kernel COLUMN7 = new Kernel(7, 1, 1, 3, 0);
    private static final Kernel ROW3 = new Kernel(1, 3, 1, 0, 1);
    private static final Kernel COLUMN3 = new Kernel(3, 1, 1, 1, 0);

    InceptionGraph() {
        stem();
        Value x = new Value("x", 192);
        x = blockA("Mixed_5b", x, 32);
        x = blockA("Mixed_5c", x, 64);
        x = blockA("Mixed_5d", x, 64);
        x = blockB("Mixed_6a", x);
        x = blockC("Mixed_6b", x, 128);
        x = blockC("Mixed_6c", x, 160);
        x = blockC("Mixed_6d", x, 160);
        x = blockC("Mixed_6e", x, 192);
        tap(x);
        x = blockD("Mixed_7a", new Value("x", 768));
        x = blockE("Mixed_7b", x, true);
        x = blockE("Mixed_7c", x, false);
        tap(x);
        methods.put(POOL, List.of("return torch.mean(x, [2, 3])"));
    }

    /** All convolutions in the order of {@link #constant}: weight, bias, weight, bias, … */
    List<Convolution> convolutions() {
        return convolutions;
    }

    /** The taps, ascending, each with how many of {@link #convolutions()} it needs. */
    Map<Integer, Integer> convolutionsUpTo() {
        return convolutionsUpTo;
    }

    /** The stretch of the program that ends at a tap. */
    static String stretch(int tap) {
        return "to" + tap;
    }

    /**
     * The methods of a program that reaches a tap; the first stretch takes (N, H, W, 3).
     *
     * @param classifier which constant is the classifier's weight; negative without
     */
    Map<String, List<String>> methods(int deepest, int classifier) {
        Map<String, List<String>> some = new LinkedHashMap<>();
        some.put(POOL, List.copyOf(methods.getOrDefault(POOL, List.of())));
        for (int tap : convolutionsUpTo.keySet()) {
            if (tap <= deepest) {
                some.put(stretch(tap), List.copyOf(methods.getOrDefault(stretch(tap), List.of())));
            }
        }
        if (classifier >= 0) {
            some.put(LOGITS, List.of("return torch.linear(x, c[" + classifier + "])"));
        }
        return some;
    }

    private void stem() {
        Value x = line("torch.permute(x, [0, 3, 1, 2])", 3); // channels stay innermost in memory
        x = conv("Conv2d_1a_3x3", x, 32, HALVE);
        x = conv("Conv2d_2a_3x3", x, 32, Kernel.square(3, 0));
        x = conv("Conv2d_2b_3x3", x, 64, THREE);
        tap(halvedMaximum(x));
        x = conv("Conv2d_3b_1x1", new Value("x", 64), 80, ONE);
        x = conv("Conv2d_4a_3x3", x, 192, Kernel.square(3, 0));
        tap(halvedMaximum(x));
    }

    private Value blockA(String block, Value x, int pooled) {
        Value five = conv(block + ".branch5x5_1", x, 48, ONE);
        Value three = conv(block + ".branch3x3dbl_1", x, 64, ONE);
        three = conv(block + ".branch3x3dbl_2", three, 96, THREE);
        return join(
                conv(block + ".branch1x1", x, 64, ONE),
                conv(block + ".branch5x5_2", five, 64, Kernel.square(5, 2)),
                conv(block + ".branch3x3dbl_3", three, 96, THREE),
                averaged(block, x, pooled));
    }

    private Value blockB(String block, Value x) {
        Value three = conv(block + ".branch3x3dbl_1", x, 64, ONE);
        three = conv(block + ".branch3x3dbl_2", three, 96, THREE);
        return join(
                conv(block + ".branch3x3", x, 384, HALVE),
                conv(block + ".branch3x3dbl_3", three, 96, HALVE),
                halvedMaximum(x));
    }

    private Value blockC(String block, Value x, int inner) {
        Value seven = conv(block + ".branch7x7_1", x, inner, ONE);
        seven = conv(block + ".branch7x7_2", seven, inner, ROW7);
        Value twice = conv(block + ".branch7x7dbl_1", x, inner, ONE);
        twice = conv(block + ".branch7x7dbl_2", twice, inner, COLUMN7);
        twice = conv(block + ".branch7x7dbl_3", twice, inner, ROW7);
        twice = conv(block + ".branch7x7dbl_4", twice, inner, COLUMN7);
        return join(
                conv(block + ".branch1x1", x, 192, ONE),
                conv(block + ".branch7x7_3", seven, 192, COLUMN7),
                conv(block + ".branch7x7dbl_5", twice, 192, ROW7),
                averaged(block, x, 192));
    }

    private Value blockD(String block, Value x) {
        Value three = conv(block + ".branch3x3_1", x, 192, ONE);
        Value seven = conv(block + ".branch7x7x3_1", x, 192, ONE);
        seven = conv(block + ".branch7x7x3_2", seven, 192, ROW7);
        seven = conv(block + ".branch7x7x3_3", seven, 192, COLUMN7);
        return join(
                conv(block + ".branch3x3_2", three, 320, HALVE),
                conv(block + ".branch7x7x3_4", seven, 192, HALVE),
                halvedMaximum(x));
    }

    private Value blockE(String block, Value x, boolean average) {
        Value three = conv(block + ".branch3x3_1", x, 384, ONE);
        Value twice = conv(block + ".branch3x3dbl_1", x, 448, ONE);
        twice = conv(block + ".branch3x3dbl_2", twice, 384, THREE);
        Value pooled = average
                ? averaged(block, x, 192)
                : conv(block + ".branch_pool", line(max(x, 1, 1), x.channels), 192, ONE);
        return join(
                conv(block + ".branch1x1", x, 320, ONE),
                conv(block + ".branch3x3_2a", three, 384, ROW3),
                conv(block + ".branch3x3_2b", three, 384, COLUMN3),
                conv(block + ".branch3x3dbl_3a", twice, 384, ROW3),
                conv(block + ".branch3x3dbl_3b", twice, 384, COLUMN3),
                pooled);
    }

    private Value conv(String name, Value x, int outputs, Kernel kernel) {
        return line("torch.relu_(" + linear(name, x, outputs, kernel) + ")", outputs);
    }

    private String linear(String name, Value x, int outputs, Kernel kernel) {
        int constant = 2 * convolutions.size();
        convolutions.add(new Convolution(name, outputs, x.channels, kernel.height, kernel.width));
        return String.format(
                "torch.conv2d(%s, c[%d], c[%d], [%d, %d], [%d, %d])",
                x.name, constant, constant + 1, kernel.stride, kernel.stride, kernel.padHeight, kernel.padWidth);
    }

    /** relu(conv(average(x))) as relu(average(conv(x))). */
    private Value averaged(String block, Value x, int outputs) {
        Value convolved = line(linear(block + ".branch_pool", x, outputs, ONE), outputs);
        return line(
                "torch.relu_(torch.avg_pool2d(" + convolved.name + ", [3, 3], [1, 1], [1, 1], False, False))", outputs);
    }

    private Value halvedMaximum(Value x) {
        return line(max(x, 2, 0), x.channels);
    }

    private static String max(Value x, int stride, int padding) {
        return String.format(
                "torch.max_pool2d(%s, [3, 3], [%d, %d], [%d, %d])", x.name, stride, stride, padding, padding);
    }

    private Value join(Value... parts) {
        StringBuilder names = new StringBuilder();
        int channels = 0;
        for (Value part : parts) {
            names.append(names.isEmpty() ? "" : ", ").append(part.name);
            channels += part.channels;
        }
        return line("torch.cat([" + names + "], 1)", channels);
    }

    private Value line(String code, int channels) {
        Value value = new Value("v" + variables++, channels);
        lines.add(value.name + " = " + code);
        return value;
    }

    /** Ends a stretch: its result is a tap, and the argument of the next. */
    private void tap(Value x) {
        lines.add("return " + x.name);
        methods.put(stretch(x.channels), lines);
        convolutionsUpTo.put(x.channels, convolutions.size());
        lines = new ArrayList<>();
    }
}
