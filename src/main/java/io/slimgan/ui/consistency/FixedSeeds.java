package io.slimgan.ui.consistency;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.RunFolder;
import io.slimgan.ui.common.OpenRun;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The seeds that a run's grid starts with: those of its fixed latents. */
final class FixedSeeds {

    private static final Logger LOG = LoggerFactory.getLogger(FixedSeeds.class);
    private static final long SEEDS = 1_000_000;

    private FixedSeeds() {}

    /** Reads them on a background thread; never fails. */
    static CompletableFuture<List<Long>> of(OpenRun run) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return RunFolder.open(run.folder()).readLatents().seeds();
            } catch (UserError e) {
                LOG.info("The grid of {} starts with seeds of its own: {}", run.name(), e.sentence());
                return derived(run.settings());
            }
        });
    }

    /** For a run that has not written its latents yet; they follow from its seed in the same way. */
    private static List<Long> derived(RunSettings settings) {
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
