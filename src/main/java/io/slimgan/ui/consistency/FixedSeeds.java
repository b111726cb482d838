package io.slimgan.ui.consistency;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.config.RunSettings;
import java.util.ArrayList;
import java.util.List;

/** The seeds that a run's grid starts with. */
final class FixedSeeds {

    private static final long SEEDS = 1_000_000;

    private FixedSeeds() {}

    /** Those that follow from the run's seed, for a run that has not written its latents yet. */
    static List<Long> of(RunSettings settings) {
        List<Long> seeds = new ArrayList<>();
        int columns = settings.logging().sampleColumns();
        for (int draw = 0; seeds.size() < columns; draw++) {
            long seed =
                    KeyedRandom.stream(settings.seed(), Purpose.GRID_SEED, draw).nextLong(SEEDS);
            if (!seeds.contains(seed)) {
                seeds.add(seed);
            }
        }
        return seeds;
    }
}
