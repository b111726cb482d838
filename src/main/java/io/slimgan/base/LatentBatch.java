package io.slimgan.base;

import io.slimgan.base.KeyedRandom.Purpose;
import java.util.Arrays;
import java.util.List;

/**
 * What a generator draws images from: latents and classes. The arrays are not copied.
 *
 * @param z standard normal, (N, latentSize) row-major
 * @param labels the class of each image; empty for a generator that knows none
 */
public record LatentBatch(float[] z, int[] labels) {

    /** Nothing to draw. */
    public static final LatentBatch EMPTY = new LatentBatch(new float[0], new int[0]);

    /**
     * The latents of grid columns: each column's seed alone decides its z and its class.
     *
     * @param classes how many the generator draws; 0 if it knows none
     */
    public static LatentBatch ofSeeds(int latentSize, int classes, List<Long> seeds) {
        long[] columns = seeds.stream().mapToLong(Long::longValue).toArray();
        int[] labels = new int[classes == 0 ? 0 : columns.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = KeyedRandom.uniform(1, classes, columns[i], Purpose.GRID_LABEL)[0];
        }
        return new LatentBatch(KeyedRandom.gridLatents(latentSize, columns), labels);
    }

    /** Latents {@code from} to {@code to - 1} of these. */
    public LatentBatch range(int from, int to, int latentSize) {
        return new LatentBatch(
                Arrays.copyOfRange(z, from * latentSize, to * latentSize),
                labels.length == 0 ? labels : Arrays.copyOfRange(labels, from, to));
    }

    /** The same latents, all of one class. */
    public LatentBatch of(int label) {
        int[] all = new int[labels.length];
        Arrays.fill(all, label);
        return new LatentBatch(z, all);
    }
}
