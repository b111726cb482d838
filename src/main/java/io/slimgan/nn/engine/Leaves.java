package io.slimgan.nn.engine;

import ai.djl.ndarray.NDArray;
import io.slimgan.nn.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Views of a network's tensors for its passes: the leading slices that a width uses, made once, over the tensors' own
 * memory. Gradients are taken with respect to the slices, so a narrow width never touches the memory of a wide one.
 *
 * <p>Any thread.
 */
public final class Leaves {

    private final EngineOps ops;
    private final Function<String, NDArray> tensors;
    private final Predicate<String> trained;
    private final Map<Slice, Pair> pairs = new ConcurrentHashMap<>();

    /** A slice of a named tensor. */
    private record Slice(String name, List<Long> leading) {}

    /** The same memory twice: as a constant, and as a place where a graph begins. */
    private record Pair(NDArray constant, NDArray leaf) {}

    /**
     * @param tensors the tensor that a pass reads under a name, the same array at every call
     * @param trained whether gradients of a name are wanted
     */
    public Leaves(EngineOps ops, Function<String, NDArray> tensors, Predicate<String> trained) {
        this.ops = ops;
        this.tensors = tensors;
        this.trained = trained;
    }

    /** Parameters as constants: no gradient with respect to them. */
    public Parameters<NDArray> constants() {
        return (name, leading) -> pair(name, leading).constant;
    }

    /** Parameters for one pass whose gradients will be taken; remembers which were used. */
    public Used recording() {
        return new Used();
    }

    private static Slice slice(String name, long... leading) {
        List<Long> sizes = new ArrayList<>(leading.length);
        for (long size : leading) {
            sizes.add(size);
        }
        return new Slice(name, sizes);
    }

    private Pair pair(String name, long... leading) {
        return pairs.computeIfAbsent(slice(name, leading), slice -> {
            // They outlive the step in which they are first asked for, so the step's scope must not close them.
            try (EngineScope scope = EngineScope.plain()) {
                NDArray tensor = tensors.apply(name);
                NDArray view = ops.asParameter(ops.leading(tensor, leading));
                NDArray leaf = trained.test(name) ? ops.leaf(view) : view;
                for (NDArray made : List.of(view, leaf)) {
                    if (made != tensor) {
                        scope.keep(made);
                    }
                }
                return new Pair(view, leaf);
            }
        });
    }

    /** The parameters of one pass. One thread. */
    public final class Used implements Parameters<NDArray> {

        private final Map<Slice, NDArray> used = new LinkedHashMap<>();

        private Used() {}

        @Override
        public NDArray get(String name, long... leading) {
            NDArray leaf = pair(name, leading).leaf;
            if (trained.test(name)) {
                used.put(slice(name, leading), leaf);
            }
            return leaf;
        }

        /** The leaves that the pass read, in the order of their first use. */
        public List<NDArray> leaves() {
            return List.copyOf(used.values());
        }

        /** Their tensors' names, in the same order. */
        public List<String> names() {
            return used.keySet().stream().map(Slice::name).toList();
        }
    }
}
