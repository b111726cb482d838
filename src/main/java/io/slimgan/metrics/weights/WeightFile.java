package io.slimgan.metrics.weights;

import io.slimgan.base.HostTensor;
import java.nio.file.Path;
import java.util.Map;

/** Tensors of a weight file of any known format. For any thread. */
public final class WeightFile {

    private WeightFile() {}

    /** Every tensor of a file by its name in the file, as float32. */
    public static Map<String, HostTensor> read(Path file) {
        return NpzFile.read(file);
    }
}
