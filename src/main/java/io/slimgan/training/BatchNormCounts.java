package io.slimgan.training;

import io.slimgan.base.HostTensor;
import io.slimgan.base.Width;
import io.slimgan.base.WidthList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often each width's running statistics were updated: PyTorch's {@code num_batches_tracked}, which checkpoints hold
 * so that they load there as they are. All batch normalisations of a width are updated together.
 */
final class BatchNormCounts {

    private static final String VARIANCE = ".running_var";
    private static final String COUNT = ".num_batches_tracked";

    private final long[] counts;

    BatchNormCounts(WidthList widths) {
        counts = new long[widths.size()];
    }

    /** One more pass of this width in training mode. */
    void add(Width width) {
        counts[width.index()]++;
    }

    /** Adds the counts to a generator's tensors, a scalar beside each running variance. */
    void toHost(Map<String, HostTensor> generator) {
        Map<String, HostTensor> added = new LinkedHashMap<>();
        for (String name : generator.keySet()) {
            if (name.endsWith(VARIANCE)) {
                added.put(prefix(name) + COUNT, new HostTensor(new float[] {counts[width(name)]}, new long[0]));
            }
        }
        generator.putAll(added);
    }

    /** Takes the counts over where they are given. */
    void fromHost(Map<String, HostTensor> generator) {
        generator.forEach((name, tensor) -> {
            if (name.endsWith(COUNT)) {
                counts[width(name)] = (long) tensor.values()[0];
            }
        });
    }

    private static String prefix(String name) {
        return name.substring(0, name.lastIndexOf('.'));
    }

    /** The width's index is the last part of the prefix: {@code b.0.bn.2.running_var}. */
    private static int width(String name) {
        String prefix = prefix(name);
        return Integer.parseInt(prefix.substring(prefix.lastIndexOf('.') + 1));
    }
}
