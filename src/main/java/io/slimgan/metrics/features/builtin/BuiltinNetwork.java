package io.slimgan.metrics.features.builtin;

import ai.djl.ndarray.NDArray;
import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.Preprocessing;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.features.FeatureNetwork;
import io.slimgan.metrics.features.Resizing;
import io.slimgan.metrics.features.builtin.BuiltinLayers.Conv;
import io.slimgan.nn.engine.EngineFacts;
import io.slimgan.nn.engine.EngineScope;
import io.slimgan.nn.engine.FrozenProgram;
import io.slimgan.runs.tensors.Safetensors;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The feature network that comes with the program: a small residual classifier of CIFAR-10's ten classes
 * (docs/features/builtin.md says how it was trained). Images are brought to 32 x 32. Its taps are the mean activations
 * after each stage, and all of them side by side; its logits have ten columns, so an Inception Score taken with it lies
 * between 1 and 10. Its numbers are not those of the papers' network.
 *
 * <p>Equal images give equal features to 1e-5 however many are asked for at once. Owns native memory; one thread at a
 * time.
 */
public final class BuiltinNetwork implements FeatureNetwork {

    private static final String NAME = "builtin-1";
    private static final String METHOD = "features";
    private static final int BATCH = 128; // 32 cost a tenth more an image, and memory does not matter at this size
    private static final int SIZE = BuiltinLayers.SIZE;
    private static final int ALL =
            BuiltinLayers.STAGES.stream().mapToInt(Integer::intValue).sum();

    private final FrozenProgram program;
    private final String hash;

    private BuiltinNetwork(FrozenProgram program, String hash) {
        this.program = program;
        this.hash = hash;
    }

    /** The network with the program's own weights. The engine is loaded at first use, which takes seconds. */
    public static BuiltinNetwork open() {
        String file = NAME + ".safetensors";
        byte[] bytes = bytes(file);
        try {
            return of(Safetensors.read(new ByteArrayInputStream(bytes), bytes.length, file)
                    .tensors());
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail
        }
    }

    /** The network with other weights, such as freshly trained ones. */
    static BuiltinNetwork of(Map<String, HostTensor> weights) {
        List<HostTensor> constants = new ArrayList<>();
        for (Conv conv : BuiltinLayers.convolutions()) {
            constants.add(tensor(weights, conv.weight(), conv.weightShape()));
            constants.add(tensor(weights, conv.bias(), conv.out()));
        }
        constants.add(tensor(weights, BuiltinLayers.CLASSIFIER, BuiltinLayers.classifierShape()));
        List<String> body =
                new String(bytes("network.py"), StandardCharsets.UTF_8).lines().toList();
        return new BuiltinNetwork(FrozenProgram.compile(Map.of(METHOD, body), constants), Safetensors.sha256(weights));
    }

    private static HostTensor tensor(Map<String, HostTensor> weights, String name, long... shape) {
        HostTensor tensor = weights.get(name);
        if (tensor == null || !Arrays.equals(tensor.shape(), shape)) {
            throw new IllegalArgumentException(name + " is missing or not of shape " + Arrays.toString(shape) + ".");
        }
        return tensor;
    }

    private static byte[] bytes(String resource) {
        try (InputStream in = BuiltinNetwork.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is missing from the program's resources.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String hash() {
        return hash;
    }

    @Override
    public boolean comparable() {
        return false;
    }

    /** 32, 64 and 128: after each stage; 224: all three side by side. */
    @Override
    public List<Integer> taps() {
        List<Integer> taps = new ArrayList<>(BuiltinLayers.STAGES);
        taps.add(ALL);
        return taps;
    }

    @Override
    public boolean hasLogits() {
        return true;
    }

    @Override
    public int usualTap() {
        return BuiltinLayers.STAGES.get(BuiltinLayers.STAGES.size() - 1);
    }

    @Override
    public Map<Integer, FeatureMatrix> extract(
            RgbImages images, Preprocessing preprocessing, Set<Integer> taps, int threads) {
        Map<Integer, float[]> found = new LinkedHashMap<>();
        for (int tap : taps) {
            if (tap != LOGITS && !taps().contains(tap)) {
                throw new UserError("Tap " + tap + " is not one of the embedded feature network; allowed are 32, 64, "
                        + "128 and 224: choose one of them, or weights that have it.");
            }
            found.put(tap, new float[Math.multiplyExact(images.count(), columns(tap))]);
        }
        int before = EngineFacts.threads();
        EngineFacts.useThreads(threads);
        try {
            for (int from = 0; from < images.count(); from += BATCH) {
                int count = Math.min(BATCH, images.count() - from);
                float[] rows = run(Resizing.toInput(images, from, count, SIZE, preprocessing), count);
                int at = from;
                found.forEach((tap, values) -> copy(rows, count, tap, values, at * columns(tap)));
            }
        } finally {
            EngineFacts.useThreads(before);
        }
        Map<Integer, FeatureMatrix> features = new LinkedHashMap<>();
        found.forEach((tap, values) -> features.put(tap, new FeatureMatrix(images.count(), columns(tap), values)));
        return features;
    }

    private static int columns(int tap) {
        return tap == LOGITS ? BuiltinLayers.CLASSES : tap;
    }

    /** A row of the program's answer holds the stages' features one after another, then the logits. */
    private static void copy(float[] rows, int count, int tap, float[] to, int at) {
        int offset = 0;
        if (tap == LOGITS) {
            offset = ALL;
        } else if (tap != ALL) {
            for (int stage : BuiltinLayers.STAGES) {
                offset += stage < tap ? stage : 0;
            }
        }
        for (int i = 0; i < count; i++) {
            int row = i * (ALL + BuiltinLayers.CLASSES);
            System.arraycopy(rows, row + offset, to, at + i * columns(tap), columns(tap));
        }
    }

    @SuppressWarnings("try") // the scope acts by being open
    private float[] run(float[] pixels, int count) {
        try (EngineScope scope = EngineScope.plain()) {
            NDArray images = program.input(new HostTensor(pixels, new long[] {count, SIZE, SIZE, 3}));
            return program.call(METHOD, images).toFloatArray();
        }
    }

    @Override
    public void close() {
        program.close();
    }
}
