package io.slimgan.config;

import java.util.List;
import java.util.Optional;

/**
 * A settings file that was looked at for all that is wrong with it.
 *
 * @param settings empty if there is any problem
 * @param problems a sentence each, beginning with the place, such as {@code tiny.yaml:3: data.path is …}
 */
public record CheckedSettings(Optional<RunSettings> settings, List<String> problems) {

    public CheckedSettings {
        problems = List.copyOf(problems);
    }
}
