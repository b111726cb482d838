package io.slimgan.metrics.features.builtin;

import io.slimgan.config.Preprocessing;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.features.FeatureNetwork;
import java.util.Objects;
import java.util.Set;

/** How well the network tells classes apart. */
final class Accuracy {

    private Accuracy() {}

    /** The share of images whose largest logit is that of their class. */
    static double of(FeatureNetwork network, CifarRecords test, int threads) {
        FeatureMatrix logits = Objects.requireNonNull(
                network.extract(test.images(), Preprocessing.TENSORFLOW, Set.of(FeatureNetwork.LOGITS), threads)
                        .get(FeatureNetwork.LOGITS));
        int right = 0;
        for (int i = 0; i < test.count(); i++) {
            int best = 0;
            for (int c = 1; c < logits.columns(); c++) {
                best = logits.at(i, c) > logits.at(i, best) ? c : best;
            }
            right += best == test.labels()[i] ? 1 : 0;
        }
        return right / (double) test.count();
    }
}
