package io.slimgan.runs.queue;

import io.slimgan.base.UserError;
import io.slimgan.config.CheckedSettings;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsFile;
import io.slimgan.config.SweepFile;
import io.slimgan.runs.RunNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lists, folders and seeds as runs, checked all of them before the first one begins.
 *
 * @param runs in the order in which they are to be trained: by configuration, then by seed
 * @param problems all that is wrong, a sentence each; a sweep with any is not begun
 * @param workspaces what the list files name for the runs to lie in, absolute
 */
public record Sweep(List<SweepRun> runs, List<String> problems, Set<Path> workspaces) {

    private static final String SEED = "seed";

    public Sweep {
        runs = List.copyOf(runs);
        problems = List.copyOf(problems);
        workspaces = Set.copyOf(workspaces);
    }

    /** Plans runs; reads files. Not for the FX thread. */
    public static Sweep of(SweepOrder order) {
        return new Planning(order).plan();
    }

    /** Also what the workspace says against the runs: others of the same name. */
    public Sweep checkedIn(Path workspace) {
        List<String> more = new ArrayList<>(problems);
        for (SweepRun run : runs) {
            FoundRun found = FoundRun.of(workspace, run.name(), run.settings());
            if (found.kind() == FoundRun.Kind.OTHER) {
                more.add(found.sentence());
            }
        }
        return new Sweep(runs, more, workspaces);
    }

    /** Without the runs that the workspace has others of the same name of. */
    public Sweep withoutOthersIn(Path workspace) {
        List<SweepRun> free = runs.stream()
                .filter(run ->
                        FoundRun.of(workspace, run.name(), run.settings()).kind() != FoundRun.Kind.OTHER)
                .toList();
        return new Sweep(free, problems, workspaces);
    }

    /** One list of configurations with what goes for all of them. */
    private record Batch(
            List<Path> files, List<Long> seeds, Map<String, String> overrides, Map<String, String> places) {}

    private static final class Planning {

        private final SweepOrder order;
        private final Set<String> problems = new LinkedHashSet<>();
        private final Map<String, SweepRun> runs = new LinkedHashMap<>();
        private final Set<Path> workspaces = new LinkedHashSet<>();

        Planning(SweepOrder order) {
            this.order = order;
        }

        Sweep plan() {
            for (Path subject : order.subjects()) {
                try {
                    if (Files.isRegularFile(subject) && SweepFile.isOne(subject)) {
                        plan(list(SweepFile.read(subject)));
                    } else {
                        List<Path> files = ConfigurationFiles.of(subject);
                        plan(new Batch(files, order.seeds(), order.overrides(), Map.of()));
                    }
                } catch (UserError e) {
                    problems.add(e.sentence());
                }
            }
            return new Sweep(List.copyOf(runs.values()), List.copyOf(problems), workspaces);
        }

        private Batch list(SweepFile list) {
            list.workspace().ifPresent(workspaces::add);
            List<Path> files = new ArrayList<>();
            for (SweepFile.Line line : list.configurations()) {
                try {
                    files.addAll(ConfigurationFiles.matching(list.file(), line.text()));
                } catch (UserError e) {
                    problems.add(list.file() + ":" + line.number() + ": " + e.sentence());
                }
            }
            Map<String, String> overrides = new LinkedHashMap<>();
            Map<String, String> places = new LinkedHashMap<>();
            list.set().forEach((path, line) -> {
                overrides.put(path, line.text());
                places.put("--set " + path + "=" + line.text() + ": ", list.file() + ":" + line.number() + ": ");
            });
            overrides.putAll(order.overrides());
            return new Batch(files, order.seeds().isEmpty() ? seeds(list) : order.seeds(), overrides, places);
        }

        private List<Long> seeds(SweepFile list) {
            try {
                return Seeds.parse(list.seeds());
            } catch (UserError e) {
                problems.add(list.file() + ": " + e.sentence());
                return List.of();
            }
        }

        private void plan(Batch batch) {
            if (!batch.seeds().isEmpty() && batch.overrides().containsKey(SEED)) {
                problems.add("The seed is set to " + batch.overrides().get(SEED)
                        + " for all, and seeds are listed besides; leave out one of the two.");
                return;
            }
            for (Path file : batch.files()) {
                if (batch.seeds().isEmpty()) {
                    plan(file, batch.overrides(), batch);
                }
                for (long seed : batch.seeds()) {
                    Map<String, String> overrides = new LinkedHashMap<>(batch.overrides());
                    overrides.put(SEED, Long.toString(seed));
                    plan(file, overrides, batch);
                }
            }
        }

        private void plan(Path file, Map<String, String> overrides, Batch batch) {
            CheckedSettings checked = SettingsFile.checkToTrain(file, overrides);
            checked.problems().forEach(problem -> problems.add(placed(problem, batch)));
            checked.settings().ifPresent(settings -> plan(file, settings));
        }

        /** A complaint about a list's setting names the list's line. */
        private static String placed(String problem, Batch batch) {
            return batch.places().entrySet().stream()
                    .filter(place -> problem.startsWith(place.getKey()))
                    .map(place ->
                            place.getValue() + problem.substring(place.getKey().length()))
                    .findFirst()
                    .orElse(problem);
        }

        private void plan(Path file, RunSettings settings) {
            String name = SweepRun.name(ConfigurationFiles.name(file), settings.seed());
            String path = file.toAbsolutePath().normalize().toString();
            RunNames.problem(name)
                    .ifPresent(
                            problem -> problems.add(file + ": " + problem + " Rename the file, for it names the run."));
            SweepRun run = new SweepRun(name, path, settings);
            SweepRun before = runs.putIfAbsent(name, run);
            if (before != null && !before.settings().equals(settings)) {
                problems.add(before.configuration() + " and " + path + " would both be the run " + name
                        + " with different settings; rename one, or train them in two workspaces.");
            }
        }
    }
}
