package io.slimgan.session;

import io.slimgan.base.HostTensor;
import io.slimgan.config.RunSettings;
import java.util.Map;

/**
 * Weights to draw from.
 *
 * @param settings those of the run, which say what the network looks like
 * @param step of the weights
 * @param origin tells weights apart that belong to the same run and step, such as a folder made anew under an old name
 * @param live whether training will bring newer ones into the same place
 * @param loader reads or hands out the weights; called only where a sampler does not hold them already
 */
record PreviewWeights(RunSettings settings, long step, Object origin, boolean live, Loader loader) {

    /** Brings the weights, by their names in a checkpoint. */
    interface Loader {
        Map<String, HostTensor> load();
    }
}
