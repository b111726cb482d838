package io.slimgan.metrics.evaluation;

import io.slimgan.metrics.features.FeatureNetwork;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many of the images each kind of figure takes, always the first ones.
 *
 * @param features images whose features are wanted
 * @param logits images whose logits are wanted
 * @param sharpness images whose variance of the Laplacian is wanted
 */
record Demand(int features, int logits, int sharpness) {

    /** How many images there must be. */
    int total() {
        return Math.max(features, Math.max(logits, sharpness));
    }

    /** The same of at most so many images. */
    Demand atMost(int images) {
        return new Demand(Math.min(features, images), Math.min(logits, images), Math.min(sharpness, images));
    }

    /** What the network is asked for the images from {@code at} on, up to {@link #endOf} it. */
    Set<Integer> taps(int at, int tap) {
        Set<Integer> taps = new HashSet<>();
        if (at < features) {
            taps.add(tap);
        }
        if (at < logits) {
            taps.add(FeatureNetwork.LOGITS);
        }
        return taps;
    }

    /** The end of a batch of images that are all asked for the same. */
    int endOf(int at, int batch) {
        return IntStream.of(features, logits, sharpness, at + batch)
                .filter(end -> end > at && end <= at + batch)
                .min()
                .orElse(at + batch);
    }
}
