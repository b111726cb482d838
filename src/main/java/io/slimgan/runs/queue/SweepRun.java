package io.slimgan.runs.queue;

import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsTexts;
import io.slimgan.runs.RunNames;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A run that is to be trained.
 *
 * @param name its name, which is the same whenever it is planned again
 * @param configuration where its settings come from, for people: a file's path, or empty where it was a form
 * @param settings checked ones
 */
public record SweepRun(String name, String configuration, RunSettings settings) {

    /**
     * Settings that were written in a form as one run for each seed.
     *
     * @param name what stands for the configuration's name
     * @param seeds empty for the settings' own
     * @throws UserError if a run cannot be called so, or the workspace has another run of that name
     */
    public static List<SweepRun> of(Path workspace, String name, RunSettings settings, List<Long> seeds) {
        List<Long> all = seeds.isEmpty() ? List.of(settings.seed()) : seeds;
        return all.stream()
                .map(seed -> {
                    SweepRun run = new SweepRun(name(name, seed), "", seeded(settings, seed));
                    RunNames.check(run.name());
                    FoundRun found = FoundRun.of(workspace, run.name(), run.settings());
                    if (found.kind() == FoundRun.Kind.OTHER) {
                        throw new UserError(found.sentence());
                    }
                    return run;
                })
                .toList();
    }

    private static RunSettings seeded(RunSettings settings, long seed) {
        Map<String, String> texts = new HashMap<>(SettingsTexts.of(settings));
        texts.put("seed", Long.toString(seed));
        return SettingsTexts.read(texts)
                .settings()
                .orElseThrow(() -> new IllegalArgumentException("These settings are not sound."));
    }

    /** The name of a configuration's run with a seed: {@code tiny-seed3}. */
    public static String name(String configuration, long seed) {
        return configuration + "-seed" + seed;
    }
}
