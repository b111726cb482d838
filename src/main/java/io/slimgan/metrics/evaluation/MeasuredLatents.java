package io.slimgan.metrics.evaluation;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.LatentBatch;
import java.util.stream.IntStream;

/**
 * The latents of a measurement, the same for every width and every run with this latent size. Each is a grid's column
 * with a seed of its own, so that a view can draw it again. Pure functions, for any thread.
 */
public final class MeasuredLatents {

    /** Far more than a birthday needs among a hundred thousand, and exact as a number in JSON. */
    private static final long SEEDS = 1L << 50;

    private MeasuredLatents() {}

    /** The column seed of a latent, in [0, 2^50); z is {@link KeyedRandom#gridLatents}' of it. */
    public static long columnSeed(long seed, int index) {
        return KeyedRandom.stream(seed, Purpose.MEASURED_LATENT, index).nextLong(SEEDS);
    }

    /** Latents {@code from} to {@code to - 1} for this generator. */
    static LatentBatch batch(long seed, int from, int to, int latentSize, int classes) {
        return LatentBatch.ofSeeds(
                latentSize,
                classes,
                IntStream.range(from, to).mapToObj(i -> columnSeed(seed, i)).toList());
    }
}
