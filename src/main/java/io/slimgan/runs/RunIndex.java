package io.slimgan.runs;

import io.slimgan.base.AtomicFiles;
import io.slimgan.base.FileProblems;
import io.slimgan.base.RunState;
import io.slimgan.base.UserError;
import io.slimgan.config.RunSettings;
import io.slimgan.runs.events.LastStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The runs of a workspace, read from their folders anew each time: any process may have changed them. Any thread. */
public final class RunIndex {

    private RunIndex() {}

    /**
     * Every run, last changed first. A broken one is listed with its problem; a folder that shows no sign of a run is
     * left out. A workspace that is not there has no runs.
     *
     * @throws UserError if the workspace itself cannot be read
     */
    public static List<RunSummary> list(Path workspace) {
        List<RunSummary> runs = new ArrayList<>();
        try {
            for (Path folder : FolderTree.list(workspace.toAbsolutePath().normalize(), "*")) {
                if (isRun(folder)) {
                    runs.add(summary(folder));
                }
            }
        } catch (IOException e) {
            throw FileProblems.cannotRead(workspace, e);
        }
        runs.sort(Comparator.comparing(RunSummary::lastChange).reversed().thenComparing(RunSummary::name));
        return List.copyOf(runs);
    }

    /** One run at a glance; never an exception, whatever the folder holds. */
    public static RunSummary summary(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        String name = String.valueOf(path.getFileName());
        Optional<RunSettings> settings = Optional.empty();
        try {
            RunFolder run = RunFolder.open(path);
            settings = Optional.of(run.settings());
            long total = run.settings().training().steps();
            boolean live = run.owner().isPresent();
            long saved = run.checkpoints().newestStep().orElse(0);
            RunState state = live ? RunState.RUNNING : saved >= total ? RunState.FINISHED : RunState.STOPPED;
            // What a dead process logged after its last checkpoint is lost, and done anew when the run goes on.
            long step = live ? Math.max(saved, LastStep.of(path).orElse(0)) : saved;
            return new RunSummary(path, name, state, step, total, lastChange(path), settings, Optional.empty());
        } catch (UserError e) {
            long total = settings.map(s -> s.training().steps()).orElse(0L);
            return new RunSummary(
                    path, name, RunState.FAILED, 0, total, lastChange(path), settings, Optional.of(e.sentence()));
        }
    }

    private static boolean isRun(Path folder) throws IOException {
        return Files.isDirectory(folder)
                && !folder.getFileName().toString().startsWith(AtomicFiles.ASIDE_PREFIX)
                && (Files.exists(folder.resolve(RunFolder.SETTINGS_FILE))
                        || Files.isDirectory(folder.resolve("checkpoints"))
                        || !FolderTree.list(folder, "events.out.tfevents.*").isEmpty());
    }

    /** The newest time of what lies in the run's folder; a folder's own time changes with the names in it. */
    private static Instant lastChange(Path folder) {
        Instant newest = modified(folder);
        try {
            for (Path entry : FolderTree.list(folder, "*")) {
                Instant time = modified(entry);
                newest = time.isAfter(newest) ? time : newest;
            }
        } catch (IOException e) {
            return newest; // A folder that may not be listed still has its own time.
        }
        return newest;
    }

    private static Instant modified(Path path) {
        try {
            return Files.getLastModifiedTime(path).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH; // It was deleted in between.
        }
    }
}
