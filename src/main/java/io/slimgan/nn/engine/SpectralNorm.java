package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Spectral normalisation of a network's weights (Miyato et al. 2018; method A.3): W / sigma, with sigma from one power
 * iteration whenever {@link #iterate} is called. Between two calls the normalised weights are constants, so everything
 * that was computed from them may be differentiated in pieces and brought back through {@link #toRaw} once.
 *
 * <p>One thread at a time; the normalised weights may be read by several.
 */
public final class SpectralNorm implements AutoCloseable {

    /** Suffix of the stored left singular vector, (1, rows); the PyTorch reference's buffer name. */
    public static final String VECTOR = ".sn_u";

    private final EngineOps ops;
    private final NDManager manager;
    private final Map<String, Entry> entries = new LinkedHashMap<>();

    /** Raw weight, the two singular vectors, sigma, and W / sigma. */
    private record Entry(NDArray raw, NDArray u, NDArray v, NDArray sigma, NDArray normalised) {}

    /**
     * @param layers prefixes of the layers whose {@code .weight} is normalised; their {@code .sn_u} is in the store too
     */
    public SpectralNorm(EngineOps ops, NDManager parent, ParameterStore store, List<String> layers) {
        this.ops = ops;
        this.manager = parent.newSubManager();
        for (String layer : layers) {
            NDArray raw = store.get(layer + ".weight");
            Shape shape = raw.getShape();
            entries.put(
                    layer,
                    new Entry(
                            raw,
                            store.get(layer + VECTOR),
                            manager.zeros(new Shape(1, shape.size() / shape.get(0))),
                            manager.ones(new Shape()),
                            manager.zeros(shape)));
        }
    }

    /** So many power iterations for each of these layers, then new normalised weights. */
    public void iterate(Iterable<String> layers, int rounds) {
        Lists lists = new Lists();
        for (String layer : layers) {
            lists.add(entry(layer));
        }
        if (lists.raw.isEmpty()) {
            return;
        }
        try (IValue w = ScriptModule.list(lists.raw);
                IValue u = ScriptModule.list(lists.u);
                IValue v = ScriptModule.list(lists.v);
                IValue sigma = ScriptModule.list(lists.sigma);
                IValue normalised = ScriptModule.list(lists.normalised);
                IValue count = IValue.from(rounds)) {
            ops.script().callInPlace("power_iteration", w, u, v, sigma, normalised, count);
        }
    }

    /** All layers, in the order of their making. */
    public List<String> layers() {
        return List.copyOf(entries.keySet());
    }

    /** Whether this layer's weight is normalised. */
    public boolean has(String layer) {
        return entries.containsKey(layer);
    }

    /** A layer's normalised weight; the same array for the life of this object, rewritten by {@link #iterate}. */
    public NDArray normalised(String layer) {
        return entry(layer).normalised;
    }

    /**
     * Turns gradients of normalised weights into gradients of raw ones, in place: (G - (G, W/sigma) u v^T) / sigma.
     *
     * @param gradients by layer, in full shape
     */
    public void toRaw(Map<String, NDArray> gradients) {
        Lists lists = new Lists();
        if (gradients.isEmpty()) {
            return;
        }
        List<NDArray> given = List.copyOf(gradients.values());
        gradients.keySet().forEach(layer -> lists.add(entry(layer)));
        try (IValue g = ScriptModule.list(given);
                IValue normalised = ScriptModule.list(lists.normalised);
                IValue u = ScriptModule.list(lists.u);
                IValue v = ScriptModule.list(lists.v);
                IValue sigma = ScriptModule.list(lists.sigma)) {
            ops.script().callInPlace("through_spectral_norm", g, normalised, u, v, sigma);
        }
    }

    private Entry entry(String layer) {
        Entry entry = entries.get(layer);
        if (entry == null) {
            throw new IllegalArgumentException("Layer " + layer + " is not spectrally normalised.");
        }
        return entry;
    }

    @Override
    public void close() {
        manager.close();
    }

    /** The engine takes lists. */
    private static final class Lists {
        final List<NDArray> raw = new ArrayList<>();
        final List<NDArray> u = new ArrayList<>();
        final List<NDArray> v = new ArrayList<>();
        final List<NDArray> sigma = new ArrayList<>();
        final List<NDArray> normalised = new ArrayList<>();

        void add(Entry entry) {
            raw.add(entry.raw);
            u.add(entry.u);
            v.add(entry.v);
            sigma.add(entry.sigma);
            normalised.add(entry.normalised);
        }
    }
}
