package io.slimgan.metrics.weights;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Nested dictionaries of a pickle as one list of tensors, each with its path, such as {@code state_dict.fc.weight}. */
final class NamedTensors {

    private static final int MOST_TENSORS = 100_000;
    private static final int MOST_DEPTH = 64;

    private final PickleGlobals globals;
    private final Map<StoredTensor.Storage, List<Entry>> byStorage = new LinkedHashMap<>();
    private int visits;

    /** A tensor and its path. */
    record Entry(String name, StoredTensor tensor) {}

    private NamedTensors(PickleGlobals globals) {
        this.globals = globals;
    }

    /** The tensors of each storage; what is neither a tensor nor holds one is left aside. */
    static Map<StoredTensor.Storage, List<Entry>> of(Object root, PickleGlobals globals) {
        NamedTensors tensors = new NamedTensors(globals);
        tensors.visit("", root, 0);
        return tensors.byStorage;
    }

    private void visit(String path, Object value, int depth) {
        // A dictionary may hold itself, or the same one twice on every level.
        if (depth > MOST_DEPTH || ++visits > MOST_TENSORS) {
            throw globals.broken("its dictionaries are nested too deeply");
        }
        if (value instanceof StoredTensor tensor) {
            byStorage
                    .computeIfAbsent(tensor.storage(), storage -> new ArrayList<>())
                    .add(new Entry(path, tensor));
        } else if (value instanceof SafeUnpickler.ScriptObject object) {
            children(path, object.attributes(), depth);
        } else if (value instanceof Map<?, ?> dictionary) {
            children(path, dictionary, depth);
        } else if (value instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(path.isEmpty() ? "" + i : path + "." + i, list.get(i), depth + 1);
            }
        }
    }

    private void children(String path, Map<?, ?> dictionary, int depth) {
        for (Map.Entry<?, ?> entry : dictionary.entrySet()) {
            if (entry.getValue() != null) {
                visit(path.isEmpty() ? "" + entry.getKey() : path + "." + entry.getKey(), entry.getValue(), depth + 1);
            }
        }
    }
}
