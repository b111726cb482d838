package io.slimgan.metrics.statistics;

import io.slimgan.base.UserError;
import io.slimgan.metrics.features.FeatureMatrix;
import java.util.concurrent.CancellationException;

/** What must hold of features before anything is computed from them. */
final class Checks {

    private Checks() {}

    /**
     * Refuses values that are not finite, which would turn every metric into NaN without a reason.
     *
     * @param what as the sentence calls the set, such as "the first set"
     */
    static void finite(FeatureMatrix features, String what) {
        float[] values = features.values();
        for (int i = 0; i < values.length; i++) {
            if (!Float.isFinite(values[i])) {
                throw new UserError("Feature " + i % features.columns() + " of image " + i / features.columns() + " in "
                        + what + " is " + values[i] + ", but metrics need finite numbers; check the images and the "
                        + "feature network's weights, or take a checkpoint from before the training diverged.");
            }
        }
    }

    /** Refuses values that are not finite. */
    static void finite(double[] values, String what) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new UserError("Entry " + i + " of the " + what + " is " + values[i]
                        + ", but metrics need finite numbers; compute the statistics again.");
            }
        }
    }

    /** Refuses sets of different numbers of features, which come from different networks or taps. */
    static void sameColumns(int a, int b) {
        if (a != b) {
            throw new UserError("One set has " + a + " features per image and the other " + b
                    + ", but both must come from the same tap of the same network; measure one of them again.");
        }
    }

    /** Gives up where somebody interrupted the thread: some metrics compute for minutes. The thread stays interrupted. */
    static void notCancelled() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("The measurement was cancelled.");
        }
    }

    /** Refuses sets that are too small for what is asked. */
    static void atLeast(int rows, int least, String metric) {
        if (rows < least) {
            throw new UserError(
                    metric + " needs at least " + least + " images of each set, not " + rows + "; take more samples.");
        }
    }
}
