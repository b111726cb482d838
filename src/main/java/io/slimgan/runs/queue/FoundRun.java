package io.slimgan.runs.queue;

import io.slimgan.base.UserError;
import io.slimgan.config.Change;
import io.slimgan.config.RunSettings;
import io.slimgan.config.SettingsDiff;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunOwner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the workspace has of a run that is to be trained.
 *
 * @param kind what there is to do
 * @param step of its newest checkpoint; 0 where there is none
 * @param sentence why nothing can be done, or what a person should know of it; may be empty
 */
public record FoundRun(Kind kind, long step, String sentence) {

    /** What there is to do with a run. */
    public enum Kind {
        /** Nothing is there: it begins. */
        NEW,
        /** It was begun with these settings, or with others that may change on the way: it goes on. */
        BEGUN,
        /** All its steps are done. */
        COMPLETE,
        /** Somebody trains it now. */
        BUSY,
        /** A run of that name is there that is another one, or none that can be read. */
        OTHER
    }

    /** Looks into the folder; reads only. Not for the FX thread. */
    public static FoundRun of(Path workspace, String name, RunSettings wanted) {
        Path folder = workspace.resolve(name);
        if (!Files.exists(folder)) {
            return new FoundRun(Kind.NEW, 0, "");
        }
        try {
            RunFolder run = RunFolder.open(folder);
            long step = run.checkpoints().newestStep().orElse(0);
            Optional<RunOwner> owner = run.owner();
            if (owner.isPresent()) {
                String who = owner.get().describe();
                return new FoundRun(Kind.BUSY, step, "The run " + name + " is being trained by " + who + ".");
            }
            return compare(run, step, wanted);
        } catch (UserError e) {
            return new FoundRun(Kind.OTHER, 0, e.sentence());
        }
    }

    private static FoundRun compare(RunFolder run, long step, RunSettings wanted) {
        List<Change> changes = SettingsDiff.between(run.settings(), wanted);
        List<Change> serious =
                changes.stream().filter(change -> !change.allowedOnResume()).toList();
        if (!serious.isEmpty()) {
            return new FoundRun(
                    Kind.OTHER,
                    step,
                    "The run " + run.path() + " was begun with other settings: " + lines(serious)
                            + ". Put the settings back, or rename or delete the run.");
        }
        if (step < wanted.training().steps()) {
            return new FoundRun(Kind.BEGUN, step, changes.isEmpty() ? "" : "It goes on with " + lines(changes) + ".");
        }
        String differs = changes.isEmpty() ? "" : "It was trained with " + lines(changes) + ".";
        return new FoundRun(Kind.COMPLETE, step, differs);
    }

    private static String lines(List<Change> changes) {
        return changes.stream().map(Change::line).collect(Collectors.joining(", "));
    }
}
