package io.slimgan.config;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading settings from texts.
 *
 * @param settings the settings; empty if there is any problem
 * @param problems all problems found, one per setting at most
 */
public record SettingsReading(Optional<RunSettings> settings, List<SettingsProblem> problems) {

    public SettingsReading {
        problems = List.copyOf(problems);
    }
}
