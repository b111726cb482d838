package io.slimgan.runs.queue;

import io.slimgan.config.RunSettings;

/**
 * A run that is to be trained.
 *
 * @param name its name, which is the same whenever it is planned again
 * @param configuration where its settings come from, for people: a file's path, or empty where it was a form
 * @param settings checked ones
 */
public record SweepRun(String name, String configuration, RunSettings settings) {

    /** The name of a configuration's run with a seed: {@code tiny-seed3}. */
    public static String name(String configuration, long seed) {
        return configuration + "-seed" + seed;
    }
}
