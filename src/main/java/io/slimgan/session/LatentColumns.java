package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.base.KeyedRandom;
import io.slimgan.runs.FixedLatents;
import java.util.List;

/** The latents of grid columns: each column's seed alone decides its z. For any thread. */
final class LatentColumns {

    private LatentColumns() {}

    /** The fixed columns of a run, all different. */
    static FixedLatents fixed(long runSeed, int columns, int latentSize) {
        List<Long> seeds = GridSeeds.from(List.of(), runSeed, columns);
        return new FixedLatents(seeds, new HostTensor(z(seeds, latentSize), new long[] {columns, latentSize}));
    }

    /** Standard normal latents, (seeds, latentSize) in row-major order. */
    static float[] z(List<Long> seeds, int latentSize) {
        return KeyedRandom.gridLatents(
                latentSize, seeds.stream().mapToLong(Long::longValue).toArray());
    }
}
