package io.slimgan.metrics.features;

import ai.djl.ndarray.NDArray;
import io.slimgan.base.HostTensor;
import io.slimgan.base.RgbImages;
import io.slimgan.base.UserError;
import io.slimgan.config.Preprocessing;
import io.slimgan.nn.engine.EngineFacts;
import io.slimgan.nn.engine.EngineScope;
import io.slimgan.nn.engine.FrozenProgram;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/** The Inception network of 2015-12-05, with which the papers' FID, IS, KID, precision, recall and mIC are taken (method D.1). */
public final class InceptionNetwork implements FeatureNetwork {

    /** Height and width of its input in pixels. */
    static final int SIZE = 299;

    private static final String NAME = "inception-2015-12-05";
    private static final int USUAL_TAP = 2048;

    private final String file;
    private final String hash;
    private final List<Integer> taps;
    private final boolean logits;
    private final FrozenProgram program;

    private InceptionNetwork(String file, String hash, List<Integer> taps, boolean logits, FrozenProgram program) {
        this.file = file;
        this.hash = hash;
        this.taps = taps;
        this.logits = logits;
        this.program = program;
    }

    /**
     * Compiles the network up to the deepest tap that the tensors give; loads the engine at first use.
     *
     * @param file what sentences call the tensors' file
     * @param tensors by the names of any of the known ports, batch normalisation folded or not
     * @throws UserError if these are not this network's weights
     */
    public static InceptionNetwork of(String file, Map<String, HostTensor> tensors) {
        InceptionGraph graph = new InceptionGraph();
        SortedMap<String, HostTensor> folded = InceptionWeights.fold(file, tensors, graph);
        List<Integer> taps = new ArrayList<>();
        List<HostTensor> constants = new ArrayList<>();
        for (Map.Entry<Integer, Integer> tap : graph.convolutionsUpTo().entrySet()) {
            List<HostTensor> stretch = constants(folded, graph, constants.size() / 2, tap.getValue());
            if (stretch.isEmpty()) {
                break;
            }
            constants.addAll(stretch);
            taps.add(tap.getKey());
        }
        if (taps.isEmpty()) {
            throw new UserError("The file " + file + " is incomplete: it lacks convolutions before the first tap of 64"
                    + " features. Use another copy of it.");
        }
        HostTensor classifier = folded.get(InceptionGraph.CLASSIFIER + ".weight");
        boolean logits = classifier != null && taps.contains(USUAL_TAP);
        int place = logits ? constants.size() : -1;
        if (classifier != null && logits) {
            constants.add(classifier);
        }
        Map<String, List<String>> methods = graph.methods(taps.get(taps.size() - 1), place);
        FrozenProgram program = FrozenProgram.compile(methods, constants);
        return new InceptionNetwork(file, InceptionWeights.hash(folded), List.copyOf(taps), logits, program);
    }

    /** Weights and biases of convolutions from..to; empty if any is missing. */
    private static List<HostTensor> constants(Map<String, HostTensor> folded, InceptionGraph graph, int from, int to) {
        List<HostTensor> found = new ArrayList<>();
        for (InceptionGraph.Convolution convolution : graph.convolutions().subList(from, to)) {
            HostTensor weight = folded.get(convolution.name() + ".weight");
            HostTensor bias = folded.get(convolution.name() + ".bias");
            if (weight == null || bias == null) {
                return List.of();
            }
            found.add(weight);
            found.add(bias);
        }
        return found;
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
        return true;
    }

    @Override
    public List<Integer> taps() {
        return taps;
    }

    @Override
    public boolean hasLogits() {
        return logits;
    }

    @Override
    public int usualTap() {
        return USUAL_TAP;
    }

    @Override
    public Map<Integer, FeatureMatrix> extract(
            RgbImages images, Preprocessing preprocessing, Set<Integer> wanted, int threads) {
        check(wanted);
        Map<Integer, float[]> rows = new HashMap<>();
        for (int tap : wanted) {
            rows.put(tap, new float[Math.multiplyExact(images.count(), columns(tap))]);
        }
        int before = EngineFacts.threads();
        EngineFacts.useThreads(threads);
        try {
            int batch = BatchSize.of(images.count(), threads);
            for (int first = 0; first < images.count(); first += batch) {
                run(images, first, Math.min(batch, images.count() - first), preprocessing, rows);
            }
        } finally {
            EngineFacts.useThreads(before);
        }
        Map<Integer, FeatureMatrix> features = new HashMap<>();
        rows.forEach((tap, values) -> features.put(tap, new FeatureMatrix(images.count(), columns(tap), values)));
        return features;
    }

    private void check(Set<Integer> wanted) {
        for (int tap : wanted) {
            if (tap == LOGITS ? !logits : !taps.contains(tap)) {
                throw new UserError("The weights in " + file + " cannot give "
                        + (tap == LOGITS ? "logits" : "the tap of " + tap + " features") + ", only the taps "
                        + taps.toString().replaceAll("[\\[\\]]", "") + (logits ? " and logits" : "")
                        + ": choose one of these, or use a complete weight file such as pytorch-fid's.");
            }
        }
    }

    private static int columns(int tap) {
        return tap == LOGITS ? InceptionGraph.CLASSES : tap;
    }

    @SuppressWarnings("try") // the scope acts by being open
    private void run(RgbImages images, int first, int count, Preprocessing preprocessing, Map<Integer, float[]> rows) {
        float[] pixels = Resizing.toInput(images, first, count, SIZE, preprocessing);
        int deepest = rows.keySet().stream()
                .mapToInt(tap -> tap == LOGITS ? USUAL_TAP : tap)
                .max()
                .orElse(0);
        try (EngineScope scope = EngineScope.plain()) {
            NDArray x = program.input(new HostTensor(pixels, new long[] {count, SIZE, SIZE, 3}));
            for (int tap : taps) {
                if (tap > deepest) {
                    break;
                }
                NDArray next = program.call(InceptionGraph.stretch(tap), x);
                x.close(); // a batch's early layers are large
                x = next;
                pooled(tap, x, first, rows);
            }
        }
    }

    private void pooled(int tap, NDArray x, int first, Map<Integer, float[]> rows) {
        float[] into = rows.get(tap);
        float[] intoLogits = tap == USUAL_TAP ? rows.get(LOGITS) : null;
        if (into == null && intoLogits == null) {
            return;
        }
        NDArray features = program.call(InceptionGraph.POOL, x);
        if (into != null) {
            put(features, first, tap, into);
        }
        if (intoLogits != null) {
            put(program.call(InceptionGraph.LOGITS, features), first, InceptionGraph.CLASSES, intoLogits);
        }
    }

    private static void put(NDArray features, int first, int columns, float[] into) {
        float[] values = features.toFloatArray();
        System.arraycopy(values, 0, into, first * columns, values.length);
    }

    @Override
    public void close() {
        program.close();
    }
}
