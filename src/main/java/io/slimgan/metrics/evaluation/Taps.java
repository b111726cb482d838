package io.slimgan.metrics.evaluation;

import io.slimgan.base.UserError;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.metrics.features.FeatureNetwork;
import java.util.Optional;

/** Which features of a network a plan means. Pure functions. */
final class Taps {

    private Taps() {}

    /**
     * The plan's tap; else that of the statistics to hold against; else the network's own choice.
     *
     * @throws UserError if the statistics are of as many features as the network does not have
     */
    static int chosen(MeasuringPlan plan, FeatureNetwork network, Optional<Reference> against) {
        if (!(against.orElse(null) instanceof Reference.Statistics file)) {
            return plan.tap().orElseGet(network::defaultTap);
        }
        int features = file.moments().dimensions();
        if (plan.tap().orElse(features) != features) {
            throw new UserError(file.name() + " is of " + features + " features, but --tap is "
                    + plan.tap().getAsInt() + "; leave out --tap, or name statistics of that tap.");
        }
        if (!network.taps().contains(features)) {
            throw new UserError(file.name() + " is of " + features + " features, but " + network.name() + " has "
                    + network.taps() + "; name the network of those statistics by --features.");
        }
        return features;
    }
}
