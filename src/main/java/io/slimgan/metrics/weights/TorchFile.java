package io.slimgan.metrics.weights;

import io.slimgan.base.FileProblems;
import io.slimgan.base.HostTensor;
import io.slimgan.base.UserError;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;

/**
 * PyTorch's files: {@code torch.save}'s zip of a pickle and storages, its older form without the zip, and TorchScript
 * archives, of which only the modules' tensors are read. Nothing in them is run. For any thread.
 */
final class TorchFile {

    private static final String PICKLE = "data.pkl";
    private static final long MOST_PICKLE_BYTES = 64L << 20;
    private static final String MAGIC_NUMBER = "119547037146038801333356"; // 0x1950a86a20f9469cfc6c
    private static final int PROTOCOL = 1001;

    private final Path file;
    private final PickleGlobals globals;
    private final TensorBudget budget;
    private final Map<String, HostTensor> tensors = new HashMap<>();

    private TorchFile(Path file) {
        this.file = file;
        this.globals = new PickleGlobals(file);
        this.budget = new TensorBudget(file.toString());
    }

    @FunctionalInterface
    private interface Reading {
        void read(TorchFile into) throws IOException;
    }

    /** The zip form, which since PyTorch 1.6 is what {@code torch.save} writes, and TorchScript. */
    static Map<String, HostTensor> readZip(Path file) {
        return read(file, into -> {
            try (ZipEntries zip = ZipEntries.open(file)) {
                into.zip(zip);
            }
        });
    }

    /** The form of PyTorch before 1.6: five pickles, then the storages one after the other. */
    static Map<String, HostTensor> readLegacy(Path file) {
        return read(file, into -> {
            try (CountedInput in =
                    new CountedInput(new BufferedInputStream(Files.newInputStream(file), 1 << 16), Files.size(file))) {
                into.legacy(in);
            }
        });
    }

    private static Map<String, HostTensor> read(Path file, Reading reading) {
        TorchFile torch = new TorchFile(file);
        try {
            reading.read(torch);
        } catch (EOFException | ZipException e) {
            throw new UserError(
                    torch.globals.broken("it is incomplete or damaged").sentence(), e);
        } catch (IOException e) {
            throw FileProblems.cannotRead(file, e);
        }
        if (torch.tensors.isEmpty()) {
            throw torch.globals.broken("it holds no named tensors");
        }
        return torch.tensors;
    }

    private void zip(ZipEntries zip) throws IOException {
        String root = zip.names().stream()
                .filter(name -> name.equals(PICKLE) || name.endsWith("/" + PICKLE))
                .map(name -> name.substring(0, name.length() - PICKLE.length()))
                .min((a, b) -> Integer.compare(a.length(), b.length()))
                .orElseThrow(() -> globals.broken("it holds neither PyTorch's data.pkl nor NumPy's arrays"));
        if (zip.size(root + PICKLE) > MOST_PICKLE_BYTES) {
            throw globals.broken("its data.pkl has more than " + (MOST_PICKLE_BYTES >> 20) + " MiB");
        }
        Object content;
        try (InputStream in = zip.open(root + PICKLE)) {
            content = unpickle(in);
        }
        for (Map.Entry<StoredTensor.Storage, List<NamedTensors.Entry>> group :
                NamedTensors.of(content, globals).entrySet()) {
            StoredTensor.Storage storage = group.getKey();
            String entry = root + "data/" + storage.key();
            long bytes = zip.size(entry);
            if (storage.elements() != bytes / storage.type().bytes()) {
                throw globals.broken("its storage " + storage.key() + " has " + bytes + " bytes, not those of "
                        + storage.elements() + " elements of " + storage.type().code());
            }
            try (InputStream in = zip.open(entry)) {
                take(storage, in, group.getValue());
            }
        }
    }

    private void legacy(CountedInput in) throws IOException {
        if (!MAGIC_NUMBER.equals(String.valueOf(unpickle(in)))
                || !(unpickle(in) instanceof Number protocol)
                || protocol.intValue() != PROTOCOL) {
            throw globals.broken("it is a pickle, but not one of PyTorch");
        }
        if (unpickle(in) instanceof Map<?, ?> system && Boolean.FALSE.equals(system.get("little_endian"))) {
            throw globals.broken("it was written on a big-endian machine; save it again on another");
        }
        Map<StoredTensor.Storage, List<NamedTensors.Entry>> groups =
                new LinkedHashMap<>(NamedTensors.of(unpickle(in), globals));
        Map<String, StoredTensor.Storage> byKey = new HashMap<>();
        globals.storages().forEach(storage -> byKey.put(storage.key(), storage));
        for (Object key : SafeUnpickler.listOf(unpickle(in), globals)) {
            StoredTensor.Storage storage = byKey.remove(String.valueOf(key));
            long elements = ByteBuffer.wrap(exactly(in, Long.BYTES))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .getLong();
            if (storage == null
                    || elements != storage.elements()
                    || elements > in.left() / storage.type().bytes()) {
                throw globals.broken("its storage " + key + " is not where it should be, or incomplete");
            }
            List<NamedTensors.Entry> named = groups.remove(storage);
            take(storage, in, named == null ? List.of() : named);
        }
        if (!groups.isEmpty()) {
            throw globals.broken("storages of its tensors are missing");
        }
    }

    private void take(StoredTensor.Storage storage, InputStream in, List<NamedTensors.Entry> named) throws IOException {
        float[] stored = new float[budget.take(storage.key(), new long[] {storage.elements()}, Float.BYTES)];
        storage.type().read(in, ByteOrder.LITTLE_ENDIAN, stored);
        for (NamedTensors.Entry entry : named) {
            tensors.put(entry.name(), entry.tensor().read(stored, entry.name(), file.toString(), budget));
        }
    }

    private Object unpickle(InputStream in) throws IOException {
        try {
            return new SafeUnpickler(globals).load(in);
        } catch (RuntimeException e) {
            throw SafeUnpickler.sentence(globals, e);
        }
    }

    private static byte[] exactly(InputStream in, int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length != count) {
            throw new EOFException("it ends within a storage");
        }
        return bytes;
    }
}
