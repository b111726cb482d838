package io.slimgan.ui.chart;

import java.util.Arrays;

/**
 * Finds where the smallest and largest value of any stretch of an append-only series lie, in logarithmic time: a tree
 * over blocks of 16 values, each node made once, when its last value arrives. Appending costs O(1) on average, which is
 * why a chart of 100,000 points costs as little per frame as one of 1,000.
 */
final class ExtremaIndex {

    private static final int BLOCK = 16;
    private static final int NONE = -1;

    private int[][] lowest = new int[0][];
    private int[][] highest = new int[0][];
    private int[][] gap = new int[0][];
    private int[] nodes = new int[0];

    private int foundLowest = NONE;
    private int foundHighest = NONE;
    private int foundGap = NONE;

    /** How many values are in the index. */
    int size() {
        return blocks() * BLOCK;
    }

    /** Takes over complete blocks of the first {@code size} values. */
    void extend(double[] values, int size) {
        int complete = size / BLOCK;
        for (int block = blocks(); block < complete; block++) {
            clear();
            scan(values, block * BLOCK, (block + 1) * BLOCK);
            push(values, 0);
        }
    }

    /** Forgets what was known of values from {@code size} on. */
    void truncate(int size) {
        int kept = size / BLOCK;
        for (int level = 0; level < nodes.length; level++) {
            nodes[level] = Math.min(nodes[level], kept);
            kept /= 2;
        }
    }

    /**
     * Searches values {@code from} (inclusive) to {@code to} (exclusive); those beyond what was {@link #extend}ed are
     * looked at one by one. The answer is in {@link #lowest()}, {@link #highest()} and {@link #gap()}.
     */
    void search(double[] values, int from, int to) {
        clear();
        int left = (from + BLOCK - 1) / BLOCK;
        int right = Math.min(to / BLOCK, blocks());
        if (left >= right) {
            scan(values, from, to);
            return;
        }
        scan(values, from, left * BLOCK);
        scan(values, right * BLOCK, to);
        for (int level = 0; left < right; level++) {
            if ((left & 1) == 1) {
                merge(values, level, left++);
            }
            if ((right & 1) == 1) {
                merge(values, level, --right);
            }
            left /= 2;
            right /= 2;
        }
    }

    /** Where the smallest finite value of the last search lies; -1 if there was none. */
    int lowest() {
        return foundLowest;
    }

    /** Where the largest finite value of the last search lies; -1 if there was none. */
    int highest() {
        return foundHighest;
    }

    /** Where a value that is NaN or infinite lies; -1 if all are finite. */
    int gap() {
        return foundGap;
    }

    private int blocks() {
        return nodes.length == 0 ? 0 : nodes[0];
    }

    private void clear() {
        foundLowest = NONE;
        foundHighest = NONE;
        foundGap = NONE;
    }

    /** Finds the extremes before their places, since a loop without branches is done several times as fast. */
    private void scan(double[] values, int from, int to) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = from; i < to; i++) {
            low = Math.min(low, values[i]);
            high = Math.max(high, values[i]);
        }
        if (low - low != 0 || high - high != 0) { // there are NaN or infinities, or there is nothing
            scanWithGaps(values, from, to);
            return;
        }
        if (foundLowest == NONE || low < values[foundLowest]) {
            foundLowest = find(values, from, low);
        }
        if (foundHighest == NONE || high > values[foundHighest]) {
            foundHighest = find(values, from, high);
        }
    }

    private static int find(double[] values, int from, double wanted) {
        int at = from;
        while (values[at] != wanted) {
            at++;
        }
        return at;
    }

    private void scanWithGaps(double[] values, int from, int to) {
        double low = foundLowest == NONE ? Double.POSITIVE_INFINITY : values[foundLowest];
        double high = foundHighest == NONE ? Double.NEGATIVE_INFINITY : values[foundHighest];
        for (int i = from; i < to; i++) {
            double value = values[i];
            if (value - value != 0) { // NaN and infinities only
                foundGap = i;
                continue;
            }
            if (value < low) {
                low = value;
                foundLowest = i;
            }
            if (value > high) {
                high = value;
                foundHighest = i;
            }
        }
    }

    private void offer(double[] values, int low, int high) {
        if (foundLowest == NONE || values[low] < values[foundLowest]) {
            foundLowest = low;
        }
        if (foundHighest == NONE || values[high] > values[foundHighest]) {
            foundHighest = high;
        }
    }

    private void merge(double[] values, int level, int node) {
        if (lowest[level][node] != NONE) {
            offer(values, lowest[level][node], highest[level][node]);
        }
        if (gap[level][node] != NONE) {
            foundGap = gap[level][node];
        }
    }

    /** Stores what was found as the next node of {@code level}, and its parent once both children are there. */
    private void push(double[] values, int level) {
        makeRoom(level);
        int node = nodes[level]++;
        lowest[level][node] = foundLowest;
        highest[level][node] = foundHighest;
        gap[level][node] = foundGap;
        if ((node & 1) == 1) {
            clear();
            merge(values, level, node - 1);
            merge(values, level, node);
            push(values, level + 1);
        }
    }

    private void makeRoom(int level) {
        if (level == nodes.length) {
            nodes = Arrays.copyOf(nodes, level + 1);
            lowest = withRow(lowest);
            highest = withRow(highest);
            gap = withRow(gap);
        }
        if (nodes[level] == lowest[level].length) {
            int room = nodes[level] * 2;
            lowest[level] = Arrays.copyOf(lowest[level], room);
            highest[level] = Arrays.copyOf(highest[level], room);
            gap[level] = Arrays.copyOf(gap[level], room);
        }
    }

    private static int[][] withRow(int[][] rows) {
        int[][] more = Arrays.copyOf(rows, rows.length + 1);
        more[rows.length] = new int[16];
        return more;
    }
}
