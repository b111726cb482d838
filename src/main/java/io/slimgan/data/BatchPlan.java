package io.slimgan.data;

import io.slimgan.base.KeyedRandom;
import io.slimgan.base.KeyedRandom.Purpose;
import io.slimgan.base.UserError;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Which images make up each batch of a run: a pure function of the set's size, the batch size and the seed, so a resumed
 * run goes on with the very batch that the straight run would have taken. For any thread.
 *
 * <p>Batches are numbered 0, 1, 2, … over all epochs. Each epoch visits the images in an order of its own, and its last
 * batch may be shorter. Where that would be a single image, which batch normalisation cannot take, the epoch goes
 * without it; the next epoch, in another order, leaves out another one.
 */
public final class BatchPlan {

    private final int setSize;
    private final int batchSize;
    private final long seed;
    private final int batchesPerEpoch;
    private volatile @Nullable Epoch newest;

    /** One epoch's order, kept because neighbouring batches ask for the same one. */
    private record Epoch(long number, int[] order) {}

    /**
     * @param setSize the number of images, at least 2
     * @param batchSize images in a batch, at least 2; a set that is smaller is one batch
     * @param seed the run's seed
     * @throws UserError if the set is too small to learn from
     */
    public BatchPlan(int setSize, int batchSize, long seed) {
        if (setSize < 2) {
            throw new UserError("The dataset holds " + (setSize == 1 ? "only 1 image" : "no image")
                    + "; training needs at least 2, so add images to it.");
        }
        if (batchSize < 2) {
            throw new IllegalArgumentException("A batch holds at least 2 images, not " + batchSize + ".");
        }
        this.setSize = setSize;
        this.batchSize = batchSize;
        this.seed = seed;
        this.batchesPerEpoch = setSize / batchSize + (setSize % batchSize > 1 ? 1 : 0);
    }

    /** How many batches one pass over the images takes. */
    public int batchesPerEpoch() {
        return batchesPerEpoch;
    }

    /** The epoch, 0 first, that this batch belongs to. */
    public long epoch(long batchNumber) {
        return batchNumber / batchesPerEpoch;
    }

    /**
     * The images of one batch.
     *
     * @param batchNumber 0 or more
     * @return 2 to {@code batchSize} different places in the set
     */
    public int[] indices(long batchNumber) {
        if (batchNumber < 0) {
            throw new IllegalArgumentException("Batches are numbered from 0; there is none with " + batchNumber + ".");
        }
        int[] order = order(epoch(batchNumber));
        int from = (int) (batchNumber % batchesPerEpoch) * batchSize;
        return Arrays.copyOfRange(order, from, Math.min(from + batchSize, setSize));
    }

    private int[] order(long epoch) {
        Epoch known = newest;
        if (known == null || known.number != epoch) {
            known = new Epoch(epoch, shuffled(epoch));
            newest = known;
        }
        return known.order;
    }

    /** The order of Fisher and Yates, from the epoch's own stream. */
    private int[] shuffled(long epoch) {
        RandomGenerator random = KeyedRandom.stream(seed, Purpose.SHUFFLE, epoch);
        int[] order = new int[setSize];
        for (int i = 0; i < setSize; i++) {
            // Scaled here and not by nextInt(bound), whose way to the bound may differ between versions of Java.
            int j = (int) ((random.nextLong() >>> 32) * (i + 1) >>> 32);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
