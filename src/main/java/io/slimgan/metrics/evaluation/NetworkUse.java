package io.slimgan.metrics.evaluation;

import io.slimgan.base.RgbImages;
import io.slimgan.config.Preprocessing;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.features.FeatureNetwork;
import java.util.Map;
import java.util.Set;

/**
 * A feature network and how it is used.
 *
 * @param tap whose features are measured
 * @param threads how many cores it may use
 */
record NetworkUse(FeatureNetwork network, int tap, Preprocessing preprocessing, int threads) {

    Map<Integer, FeatureMatrix> extract(RgbImages images, Set<Integer> taps) {
        return network.extract(images, preprocessing, taps, threads);
    }
}
