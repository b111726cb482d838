package io.slimgan.metrics.weights;

import io.slimgan.base.UserError;
import io.slimgan.runs.tensors.ElementType;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions and classes that a file of tensors may name, and what they make here: descriptions of tensors, never
 * anything that runs. Per file; one thread.
 */
final class PickleGlobals {

    private static final Map<String, ElementType> STORAGES = Map.of(
            "torch.FloatStorage", ElementType.FLOAT32,
            "torch.DoubleStorage", ElementType.FLOAT64,
            "torch.HalfStorage", ElementType.FLOAT16,
            "torch.BFloat16Storage", ElementType.BFLOAT16,
            "torch.LongStorage", ElementType.INT64,
            "torch.IntStorage", ElementType.INT32,
            "torch.ShortStorage", ElementType.INT16,
            "torch.CharStorage", ElementType.INT8,
            "torch.ByteStorage", ElementType.UINT8,
            "torch.BoolStorage", ElementType.BOOL);

    private static final String SCRIPT_CLASS = "__torch__.";

    private final Path file;
    private final Map<String, StoredTensor.Storage> storages = new LinkedHashMap<>();

    /** What may be called. */
    private enum Function {
        TENSOR,
        PARAMETER,
        DICTIONARY,
        LIST,
        SIZE,
        TAGGED,
        SCRIPT
    }

    private static final Map<String, Function> FUNCTIONS = functions();

    PickleGlobals(Path file) {
        this.file = file;
    }

    private static Map<String, Function> functions() {
        Map<String, Function> known = new HashMap<>();
        known.put("torch._utils._rebuild_tensor", Function.TENSOR);
        known.put("torch._utils._rebuild_tensor_v2", Function.TENSOR);
        known.put("torch._utils._rebuild_parameter", Function.PARAMETER);
        known.put("collections.OrderedDict", Function.DICTIONARY);
        known.put("torch.Size", Function.SIZE);
        for (String list : List.of("intlist", "tensorlist", "doublelist", "boollist")) {
            known.put("torch.jit._pickle.build_" + list, Function.LIST);
        }
        known.put("torch.jit._pickle.restore_type_tag", Function.TAGGED);
        return Map.copyOf(known);
    }

    UserError broken(String what) {
        return ZipEntries.broken(file, what);
    }

    /** What a name stands for. */
    Object find(String module, String name) {
        String full = module + "." + name;
        ElementType storage = STORAGES.get(full);
        if (storage != null) {
            return storage;
        }
        Function function = full.startsWith(SCRIPT_CLASS) ? Function.SCRIPT : FUNCTIONS.get(full);
        if (function == null) {
            throw new UserError("The file " + file + " is refused: it asks to run Python's " + full
                    + ", and only tensors are read from it, nothing is run. Save the tensors alone in Python,"
                    + " torch.save(model.state_dict(), file), and use that file.");
        }
        return function;
    }

    /** What calling one of the functions gives. */
    Object call(Object callee, Object arguments) {
        if (!(callee instanceof Function function)) {
            throw broken("it calls something that is no function");
        }
        List<?> list = SafeUnpickler.listOf(arguments, this);
        return switch (function) {
            case TENSOR -> tensor(list);
            case PARAMETER, LIST, SIZE, TAGGED -> argument(list, 0);
            case DICTIONARY -> dictionary(list);
            case SCRIPT -> new SafeUnpickler.ScriptObject(new LinkedHashMap<>());
        };
    }

    private Object argument(List<?> list, int index) {
        if (index >= list.size() || list.get(index) == null) {
            throw broken("a function in it is called with too few arguments");
        }
        return list.get(index);
    }

    private Object dictionary(List<?> arguments) {
        Map<Object, Object> dictionary = new LinkedHashMap<>();
        if (!arguments.isEmpty()) {
            for (Object pair : SafeUnpickler.listOf(argument(arguments, 0), this)) {
                List<?> entry = SafeUnpickler.listOf(pair, this);
                dictionary.put(String.valueOf(argument(entry, 0)), argument(entry, 1));
            }
        }
        return dictionary;
    }

    private StoredTensor tensor(List<?> arguments) {
        if (!(argument(arguments, 0) instanceof StoredTensor.Storage storage)) {
            throw broken("a tensor in it has no storage");
        }
        return new StoredTensor(
                storage,
                number(argument(arguments, 1)),
                numbers(argument(arguments, 2)),
                numbers(argument(arguments, 3)));
    }

    /** Gives an object its state: only scripted modules have one; an OrderedDict's is about versions, and left aside. */
    void build(Object target, Object state) {
        if (target instanceof SafeUnpickler.ScriptObject object && state instanceof Map<?, ?> attributes) {
            object.attributes().putAll(attributes);
        } else if (!(target instanceof Map)) {
            throw broken("it gives a state to something that has none");
        }
    }

    /** An entry of a dictionary. */
    void put(Object target, Object key, Object value) {
        if (!(target instanceof Map)) {
            throw broken("it puts an entry into something that is no dictionary");
        }
        @SuppressWarnings("unchecked") // all dictionaries here are made with keys and values of any class
        Map<Object, Object> dictionary = (Map<Object, Object>) target;
        dictionary.put(key, value);
    }

    /** A storage by its persistent id: ('storage', type, key, device, elements[, view]). */
    StoredTensor.Storage storage(Object id) {
        List<?> parts = SafeUnpickler.listOf(id, this);
        if (!"storage".equals(argument(parts, 0)) || !(argument(parts, 1) instanceof ElementType type)) {
            throw broken("it refers to something other than the storage of a tensor: " + argument(parts, 0));
        }
        if (parts.size() > 5 && parts.get(5) != null) {
            throw broken("it holds a storage that is a view of another; save it again with a newer PyTorch");
        }
        String key = String.valueOf(argument(parts, 2));
        long elements = number(argument(parts, 4));
        if (elements < 0) {
            throw broken("a storage in it has " + elements + " elements");
        }
        StoredTensor.Storage storage =
                storages.computeIfAbsent(key, k -> new StoredTensor.Storage(key, type, elements));
        if (storage.type() != type || storage.elements() != elements) {
            throw broken("it describes the storage " + key + " in two ways");
        }
        return storage;
    }

    /** The storages that the pickle has named so far. */
    Collection<StoredTensor.Storage> storages() {
        return storages.values();
    }

    private long[] numbers(Object list) {
        return SafeUnpickler.listOf(list, this).stream().mapToLong(this::number).toArray();
    }

    private long number(Object value) {
        if (value instanceof BigInteger big && big.bitLength() > 63) {
            throw broken("it holds the number " + big + " where a size belongs");
        }
        if (value instanceof Number number) {
            return number.longValue();
        }
        throw broken("it holds no number where a size belongs");
    }
}
