package io.slimgan.config;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the twins for a CPU have smaller, and how often a short run is looked at. */
final class CpuSizes {

    private CpuSizes() {}

    static Map<String, String> of(int generator, int discriminator, int steps, int batch) {
        Map<String, String> small = new LinkedHashMap<>();
        small.put("model.generator_channels", Integer.toString(generator));
        small.put("model.discriminator_channels", Integer.toString(discriminator));
        small.put("training.steps", Integer.toString(steps));
        small.put("training.batch_size", Integer.toString(batch));
        small.put("logging.scalars_every_steps", "5");
        small.put("logging.samples_every_steps", Integer.toString(steps / 10));
        small.put("checkpoints.every_steps", Integer.toString(steps / 5));
        small.put("evaluation.every_steps", Integer.toString(steps / 5));
        small.put("evaluation.samples", "300");
        return small;
    }
}
