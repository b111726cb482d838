package io.slimgan.metrics.evaluation;

import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.features.FeatureNetwork;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Features of one set of images, as they come batch by batch. For the measuring thread. */
final class FeatureRows {

    private static final class Growing {
        private float[] values = new float[0];
        private int rows;
        private int columns;
    }

    private final Map<Integer, Growing> byTap = new HashMap<>();
    private final int expected;

    /** @param expected how many images will come, at most */
    FeatureRows(int expected) {
        this.expected = expected;
    }

    /** Takes rows {@code from} to {@code to - 1} of each tap of a batch. */
    void add(Map<Integer, FeatureMatrix> batch, int from, int to) {
        batch.forEach((tap, matrix) -> {
            Growing g = byTap.computeIfAbsent(tap, t -> new Growing());
            int d = matrix.columns();
            if (g.values.length == 0) {
                g.columns = d;
                g.values = new float[Math.multiplyExact(expected, d)];
            }
            System.arraycopy(matrix.values(), from * d, g.values, g.rows * d, (to - from) * d);
            g.rows += to - from;
        });
    }

    /** What came of a tap, such as {@link FeatureNetwork#LOGITS}. */
    Optional<FeatureMatrix> of(int tap) {
        return Optional.ofNullable(byTap.get(tap)).map(g -> {
            int length = g.rows * g.columns;
            float[] values = length == g.values.length ? g.values : Arrays.copyOf(g.values, length);
            return new FeatureMatrix(g.rows, g.columns, values);
        });
    }
}
