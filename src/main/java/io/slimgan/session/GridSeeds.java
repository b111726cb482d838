package io.slimgan.session;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import java.util.ArrayList;
import java.util.List;

/** The seeds of a run's grid columns: drawn from the run's own seed, all different. For any thread. */
public final class GridSeeds {

    /** Six digits: short enough to be read out and typed in. */
    private static final long SEEDS = 1_000_000;

    private GridSeeds() {}

    /**
     * Seeds that are there, and as many further ones as are wanted: those that the run would have had with more columns.
     *
     * @param first those of the run's own grid; may be empty
     * @param count how many in all
     */
    public static List<Long> from(List<Long> first, long runSeed, int count) {
        List<Long> seeds = new ArrayList<>(first);
        for (int draw = 0; seeds.size() < count; draw++) {
            long seed = KeyedRandom.stream(runSeed, Purpose.GRID_SEED, draw).nextLong(SEEDS);
            if (!seeds.contains(seed)) {
                seeds.add(seed);
            }
        }
        return List.copyOf(seeds.subList(0, count));
    }
}
