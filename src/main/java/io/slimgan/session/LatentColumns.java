package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.runs.FixedLatents;
import java.util.ArrayList;
import java.util.List;

/** The latents of grid columns: each column's seed alone decides its z. For any thread. */
final class LatentColumns {

    /** Seeds of six digits: short enough to be read out and typed in. */
    private static final long SEEDS = 1_000_000;

    private LatentColumns() {}

    /** The fixed columns of a run, all different. */
    static FixedLatents fixed(long runSeed, int columns, int latentSize) {
        List<Long> seeds = new ArrayList<>();
        for (int draw = 0; seeds.size() < columns; draw++) {
            long seed = KeyedRandom.stream(runSeed, Purpose.GRID_SEED, draw).nextLong(SEEDS);
            if (!seeds.contains(seed)) {
                seeds.add(seed);
            }
        }
        return new FixedLatents(seeds, new HostTensor(z(seeds, latentSize), new long[] {columns, latentSize}));
    }

    /** Standard normal latents, (seeds, latentSize) in row-major order. */
    static float[] z(List<Long> seeds, int latentSize) {
        return KeyedRandom.gridLatents(
                latentSize, seeds.stream().mapToLong(Long::longValue).toArray());
    }
}
