package io.slimgan.runs.queue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What is to be trained one after the other, as it was ordered.
 *
 * @param subjects settings files, list files and folders of settings files
 * @param seeds each configuration is trained with each of these; empty for what the lists say, else its own
 * @param overrides settings that replace those of every file, by path
 */
public record SweepOrder(List<Path> subjects, List<Long> seeds, Map<String, String> overrides) {

    public SweepOrder {
        subjects = List.copyOf(subjects);
        seeds = List.copyOf(seeds);
        overrides = Map.copyOf(overrides);
    }
}
