package io.slimgan.ui.consistency;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The seeds of the grid's columns. All 64 places are always filled, so that fewer columns and then more again bring back
 * the same ones. FX thread.
 */
final class ColumnSeeds {

    /** The most columns that a grid may have. */
    static final int MOST = 64;

    /** New seeds have six digits at most: short enough to be read out and typed in. */
    private static final long SEEDS = 1_000_000;

    /**
     * One column.
     *
     * @param seed decides its latent
     * @param locked whether new seeds spare it
     */
    record Column(long seed, boolean locked) {}

    private final RandomGenerator random;
    private final List<Column> places = new ArrayList<>();
    private int count;

    ColumnSeeds(RandomGenerator random) {
        this.random = random;
    }

    /** Nothing is shown until seeds are known. */
    void clear() {
        places.clear();
        count = 0;
    }

    /** Starts anew with these seeds, nothing locked. */
    void start(List<Long> seeds) {
        places.clear();
        seeds.stream().limit(MOST).forEach(seed -> places.add(new Column(seed, false)));
        count = Math.max(1, places.size());
        while (places.size() < MOST) {
            places.add(new Column(fresh(), false));
        }
    }

    /** Shows so many columns, 1 to 64; none while seeds are not known. */
    void resize(int columns) {
        count = Math.min(places.size(), Math.max(1, columns));
    }

    /** Gives every column a new seed that is not locked. */
    void shuffle() {
        for (int i = 0; i < count; i++) {
            if (!places.get(i).locked()) {
                renew(i);
            }
        }
    }

    /** Gives one column a new seed. */
    void renew(int column) {
        set(column, fresh());
    }

    void set(int column, long seed) {
        places.set(column, new Column(seed, places.get(column).locked()));
    }

    void toggleLock(int column) {
        Column before = places.get(column);
        places.set(column, new Column(before.seed(), !before.locked()));
    }

    /** The columns that are shown, left to right. */
    List<Column> columns() {
        return List.copyOf(places.subList(0, count));
    }

    /** Their seeds. */
    List<Long> seeds() {
        return columns().stream().map(Column::seed).toList();
    }

    private long fresh() {
        while (true) {
            long seed = random.nextLong(SEEDS);
            if (places.stream().noneMatch(column -> column.seed() == seed)) {
                return seed;
            }
        }
    }
}
