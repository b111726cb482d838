package io.slimgan.metrics.features;

import io.slimgan.metrics.weights.WeightFile;
import java.nio.file.Path;

/** The doors to feature networks. For any thread; a network that is opened belongs to the caller. */
public final class FeatureNetworks {

    private FeatureNetworks() {}

    /**
     * The Inception network of 2015-12-05 with the weights of a file, whatever its format and name. Loads the engine at first use, which takes seconds.
     *
     * @throws io.slimgan.base.UserError if the file cannot be read or holds something else
     */
    public static FeatureNetwork open(Path weights) {
        return InceptionNetwork.of(weights.toString(), WeightFile.read(weights));
    }
}
