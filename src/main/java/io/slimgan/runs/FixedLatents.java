package io.slimgan.runs;

import io.slimgan.base.HostTensor;
import java.util.List;

/**
 * The latents of a run's sample grid, the same from its first step to its last.
 *
 * @param seeds one per column
 * @param z their latents, (n, latentSize)
 */
public record FixedLatents(List<Long> seeds, HostTensor z) {

    public FixedLatents {
        seeds = List.copyOf(seeds);
        if (z.shape().length != 2 || z.shape()[0] != seeds.size()) {
            throw new IllegalArgumentException(seeds.size() + " seeds need latents (n, size), not " + z + ".");
        }
    }
}
