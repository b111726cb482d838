package io.slimgan.metrics.features.builtin;

import java.util.ArrayList;
import java.util.List;

/**
 * What the network is made of: a 3 x 3 stem at full size, then three stages that each halve the size with a convolution
 * of stride 2 and go on with a residual block; all convolutions 3 x 3. The program {@code network.py} applies them in
 * this order.
 */
final class BuiltinLayers {

    /** Height and width of the images that go in, in pixels. */
    static final int SIZE = 32;

    /** Channels after each stage. */
    static final List<Integer> STAGES = List.of(32, 64, 128);

    /** CIFAR-10's, in the order of its labels. */
    static final int CLASSES = 10;

    static final String CLASSIFIER = "classifier.weight";

    private static final int STEM = 16;

    private BuiltinLayers() {}

    /** A convolution and its channels. Its tensors are {@code name.weight} (out, in, 3, 3) and {@code name.bias} (out). */
    record Conv(String name, int in, int out) {

        String weight() {
            return name + ".weight";
        }

        String bias() {
            return name + ".bias";
        }

        long[] weightShape() {
            return new long[] {out, in, 3, 3};
        }
    }

    /** In the order in which they are applied. */
    static List<Conv> convolutions() {
        List<Conv> all = new ArrayList<>();
        all.add(new Conv("stem", 3, STEM));
        int in = STEM;
        for (int i = 0; i < STAGES.size(); i++) {
            int out = STAGES.get(i);
            String stage = "stage" + (i + 1);
            all.add(new Conv(stage + ".down", in, out));
            all.add(new Conv(stage + ".block.first", out, out));
            all.add(new Conv(stage + ".block.second", out, out));
            in = out;
        }
        return all;
    }

    /** (classes, channels of the last stage). The classifier has no bias, as logits are used without one anyway. */
    static long[] classifierShape() {
        return new long[] {CLASSES, STAGES.get(STAGES.size() - 1)};
    }
}
