package io.slimgan.metrics.features;

import io.slimgan.base.HostTensor;
import io.slimgan.base.Sha256;
import io.slimgan.base.UserError;
import io.slimgan.metrics.features.InceptionGraph.Convolution;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The weights of the Inception network under one set of names, every batch normalisation folded into its convolution
 * (epsilon 1e-3).
 *
 * <p>Three ways of naming are understood: PyTorch ports ({@code X.conv.weight}, {@code X.bn.*}, as in the files of
 * pytorch-fid and torch-fidelity), the same already folded ({@code X.weight}, {@code X.bias}), and that of the StyleGAN
 * family ({@link StyleGanNames}). A common prefix such as {@code module.} is left out.
 */
final class InceptionWeights {

    private static final double EPSILON = 1e-3;
    private static final String WEIGHT = ".weight";
    private static final String BIAS = ".bias";
    private static final String FIRST = "Conv2d_1a_3x3";

    private final String file;
    private final Map<String, HostTensor> tensors;
    private final String prefix;
    private final boolean styleGan;
    private final SortedMap<String, HostTensor> folded = new TreeMap<>();

    private InceptionWeights(String file, Map<String, HostTensor> tensors) {
        this.file = file;
        this.tensors = tensors;
        Optional<String> usual = prefixOf(FIRST + ".conv.weight").or(() -> prefixOf(FIRST + WEIGHT));
        this.styleGan =
                usual.isEmpty() && prefixOf(StyleGanNames.FIRST + WEIGHT).isPresent();
        this.prefix = usual.or(() -> prefixOf(StyleGanNames.FIRST + WEIGHT))
                .orElseThrow(
                        () -> new UserError(
                                "The file " + file
                                        + " does not hold the Inception network of 2015-12-05: it has no tensor "
                                        + FIRST
                                        + ".conv.weight. Choose pytorch-fid's or torch-fidelity's weight file, or one converted from it."));
    }

    /**
     * Folds whatever is there; tensors that the network does not have are left aside.
     *
     * @param tensors by the names in the file
     * @return by PyTorch's module names with {@code .weight} and {@code .bias}, and {@code fc.weight}
     * @throws UserError if these are no weights of this network
     */
    static SortedMap<String, HostTensor> fold(String file, Map<String, HostTensor> tensors, InceptionGraph graph) {
        InceptionWeights weights = new InceptionWeights(file, tensors);
        graph.convolutions().forEach(weights::fold);
        String classifier = weights.styleGan ? StyleGanNames.CLASSIFIER : InceptionGraph.CLASSIFIER;
        weights.find(classifier + WEIGHT, new long[] {InceptionGraph.CLASSES, 2048})
                .ifPresent(weight -> weights.folded.put(InceptionGraph.CLASSIFIER + WEIGHT, weight));
        return weights.folded;
    }

    private Optional<String> prefixOf(String name) {
        return tensors.keySet().stream()
                .filter(key -> key.equals(name) || key.endsWith("." + name))
                .map(key -> key.substring(0, key.length() - name.length()))
                .findFirst();
    }

    private void fold(Convolution convolution) {
        long[] shape = convolution.shape();
        long[] channels = {convolution.outputs()};
        String name = convolution.name();
        if (styleGan) {
            String theirs = StyleGanNames.of(name);
            find(theirs + WEIGHT, shape).ifPresent(weight -> {
                float[] ones = new float[convolution.outputs()];
                Arrays.fill(ones, 1); // this network was trained without scales
                put(
                        name,
                        weight,
                        ones,
                        need(theirs + ".beta", channels),
                        need(theirs + ".mean", channels),
                        need(theirs + ".var", channels));
            });
            return;
        }
        find(name + ".conv.weight", shape).ifPresent(weight -> {
            float[] ones = new float[convolution.outputs()];
            Arrays.fill(ones, 1);
            put(
                    name,
                    weight,
                    find(name + ".bn.weight", channels).map(HostTensor::values).orElse(ones),
                    need(name + ".bn.bias", channels),
                    need(name + ".bn.running_mean", channels),
                    need(name + ".bn.running_var", channels));
        });
        find(name + WEIGHT, shape).ifPresent(weight -> {
            folded.put(name + WEIGHT, weight);
            folded.put(name + BIAS, new HostTensor(need(name + BIAS, channels), channels));
        });
    }

    private void put(String name, HostTensor weight, float[] scale, float[] shift, float[] mean, float[] variance) {
        float[] w = weight.values().clone();
        float[] b = new float[shift.length];
        int inner = w.length / b.length;
        for (int c = 0; c < b.length; c++) {
            double factor = scale[c] / Math.sqrt(variance[c] + EPSILON);
            b[c] = (float) (shift[c] - mean[c] * factor);
            for (int i = c * inner; i < (c + 1) * inner; i++) {
                w[i] = (float) (w[i] * factor);
            }
        }
        HostTensor foldedWeight = new HostTensor(w, weight.shape());
        HostTensor foldedBias = new HostTensor(b, new long[] {b.length});
        // A negative variance is finite itself, but what is made of it is not.
        requireFinite(prefix + name, foldedWeight);
        requireFinite(prefix + name, foldedBias);
        folded.put(name + WEIGHT, foldedWeight);
        folded.put(name + BIAS, foldedBias);
    }

    private float[] need(String name, long[] shape) {
        return find(name, shape)
                .orElseThrow(() -> new UserError("The file " + file + " is incomplete: the tensor " + prefix + name
                        + " is missing. Use another copy of it."))
                .values();
    }

    private Optional<HostTensor> find(String name, long[] shape) {
        HostTensor tensor = tensors.get(prefix + name);
        if (tensor == null) {
            return Optional.empty();
        }
        if (!Arrays.equals(tensor.shape(), shape)) {
            throw new UserError("The file " + file + " is not the Inception network of 2015-12-05: its tensor " + prefix
                    + name + " has the shape " + Arrays.toString(tensor.shape()) + " instead of "
                    + Arrays.toString(shape) + ". torchvision's network of a similar name is another one.");
        }
        requireFinite(prefix + name, tensor);
        return Optional.of(tensor);
    }

    private void requireFinite(String name, HostTensor tensor) {
        for (float value : tensor.values()) {
            if (!Float.isFinite(value)) {
                throw new UserError("The file " + file + " is damaged: its tensor " + name + " holds " + value
                        + " instead of finite numbers only. Use another copy of it.");
            }
        }
    }

    /** SHA-256 over names, shapes and values in the order of the names, lower-case hex. */
    static String hash(SortedMap<String, HostTensor> folded) {
        MessageDigest digest = Sha256.begin();
        folded.forEach((name, tensor) -> {
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            ByteBuffer shape = buffer(Long.BYTES * (1 + tensor.shape().length));
            shape.putLong(tensor.shape().length);
            Arrays.stream(tensor.shape()).forEach(shape::putLong);
            digest.update(shape.flip());
            ByteBuffer values = buffer(Float.BYTES * tensor.values().length);
            values.asFloatBuffer().put(tensor.values());
            digest.update(values);
        });
        return Sha256.hex(digest);
    }

    private static ByteBuffer buffer(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
