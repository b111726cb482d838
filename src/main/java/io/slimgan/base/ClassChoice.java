package io.slimgan.base;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Of which class each image of a grid is, given the seeds of its latents. A class is its number, from 0. Immutable.
 *
 * <p>The choice also says how many images a width has: one per seed, except that {@link Every} draws each seed's latent
 * in each class.
 */
public sealed interface ClassChoice {

    /** Each latent's seed decides its class as well; also what there is for a network that knows no classes. */
    ClassChoice BY_SEED = new BySeed();

    /** The first column is of the first class and so on, and after the last class of the first again. */
    ClassChoice IN_TURN = new InTurn();

    /** See {@link #BY_SEED}. */
    record BySeed() implements ClassChoice {

        @Override
        public int[] labels(int classes, List<Long> seeds) {
            return LatentBatch.ofSeeds(0, classes, seeds).labels();
        }
    }

    /** See {@link #IN_TURN}. */
    record InTurn() implements ClassChoice {

        @Override
        public int[] labels(int classes, List<Long> seeds) {
            return classes == 0
                    ? new int[0]
                    : IntStream.range(0, seeds.size()).map(i -> i % classes).toArray();
        }
    }

    /**
     * All images are of one class.
     *
     * @param label the class, 0 or more
     */
    record One(int label) implements ClassChoice {

        /** @throws UserError if there can be no such class */
        public One {
            requireLabel(label, 1);
        }

        @Override
        public int[] labels(int classes, List<Long> seeds) {
            int[] all = new int[classes == 0 ? 0 : seeds.size()];
            Arrays.fill(all, label);
            return all;
        }
    }

    /**
     * The same latents in every class: class by class, in each of them one image per seed. With one seed that is a line
     * of classes, which makes classes × widths a grid; with several a line per class.
     *
     * @param first the first class, 0 or more
     * @param count how many classes, 1 or more
     */
    record Every(int first, int count) implements ClassChoice {

        /** @throws UserError if there can be no such classes */
        public Every {
            requireLabel(first, count);
        }

        @Override
        public int images(int seeds) {
            return Math.multiplyExact(seeds, count);
        }

        @Override
        public int columns(int seeds) {
            return seeds == 1 ? count : seeds;
        }

        @Override
        public List<Long> imageSeeds(List<Long> seeds) {
            List<Long> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                all.addAll(seeds);
            }
            return List.copyOf(all);
        }

        @Override
        public int[] labels(int classes, List<Long> seeds) {
            return classes == 0
                    ? new int[0]
                    : IntStream.range(0, images(seeds.size()))
                            .map(i -> first + i / seeds.size())
                            .toArray();
        }
    }

    private static void requireLabel(int first, int count) {
        if (first < 0 || count < 1 || first > Integer.MAX_VALUE - count) {
            throw new UserError("There are no " + count + " classes from class " + first
                    + " on; classes are counted from 0, and at least one is chosen.");
        }
    }

    /** The class of each image, in the order of {@link #imageSeeds}; empty where the network knows none. */
    int[] labels(int classes, List<Long> seeds);

    /** How many images of a width are drawn from so many latents. */
    default int images(int seeds) {
        return seeds;
    }

    /** How many of them make a line, where nobody wants it otherwise. */
    default int columns(int seeds) {
        return seeds;
    }

    /** The seed of each image's latent. */
    default List<Long> imageSeeds(List<Long> seeds) {
        return seeds;
    }

    /** What decides each image of a width. */
    default List<LatentKey> keys(int classes, List<Long> seeds) {
        List<Long> each = imageSeeds(seeds);
        int[] labels = labels(classes, seeds);
        return IntStream.range(0, each.size())
                .mapToObj(i -> new LatentKey(each.get(i), labels.length == 0 ? LatentKey.NO_CLASS : labels[i]))
                .toList();
    }

    /** What a generator draws the images of a width from. */
    default LatentBatch latents(int latentSize, int classes, List<Long> seeds) {
        long[] each = imageSeeds(seeds).stream().mapToLong(Long::longValue).toArray();
        return new LatentBatch(KeyedRandom.gridLatents(latentSize, each), labels(classes, seeds));
    }

    /** What a run's own grid shows: every class in turn where there is room for all of them, else each seed's own. */
    static ClassChoice ofGrid(int classes, int columns) {
        return classes > 0 && columns >= classes ? IN_TURN : BY_SEED;
    }

    /**
     * Holds the choice against a network.
     *
     * @param classes how many the network draws; 0 if it knows none
     * @throws UserError if it does not draw these classes
     */
    default void check(int classes) {
        int needed = 0;
        if (this instanceof One one) {
            needed = one.label + 1;
        } else if (this instanceof Every every) {
            needed = every.first + every.count;
        }
        if (classes == 0 && !equals(BY_SEED)) {
            throw new UserError("This run knows no classes, so none can be chosen; only class-conditional networks draw"
                    + " images by class.");
        }
        if (needed > classes) {
            throw new UserError("This run has no class " + (needed - 1) + "; it has " + classes + ", counted from 0.");
        }
    }
}
