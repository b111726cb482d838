package io.slimgan.training;

import java.util.ArrayList;
import java.util.List;

/** Rows {@code from} (inclusive) to {@code to} (exclusive) of a batch: one worker's share. */
record Share(long from, long to) {

    long size() {
        return to - from;
    }

    /** Shares of nearly the same size, at most {@code count}, none empty. */
    static List<Share> of(long rows, int count) {
        List<Share> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Share share = new Share(rows * i / count, rows * (i + 1) / count);
            if (share.size() > 0) {
                shares.add(share);
            }
        }
        return shares;
    }
}
