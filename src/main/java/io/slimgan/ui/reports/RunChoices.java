package io.slimgan.ui.reports;

import io.slimgan.runs.BestCheckpoints;
import io.slimgan.runs.RunFolder;
import io.slimgan.runs.RunIndex;
import io.slimgan.runs.RunSummary;
import io.slimgan.ui.common.Formats;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A run that can be reported on, with its checkpoints as they are called. Immutable. */
record RunChoices(Path folder, String name, List<Checkpoint> checkpoints) {

    RunChoices {
        checkpoints = List.copyOf(checkpoints);
    }

    /**
     * A checkpoint to choose.
     *
     * @param words what it is called
     * @param step empty for whichever is the newest when the report is made
     */
    record Checkpoint(String words, OptionalLong step) {

        static final Checkpoint NEWEST = new Checkpoint("Newest", OptionalLong.empty());
    }

    /** Those of a workspace, last changed first, and the open one wherever it lies; broken ones are left out. Reads. */
    static List<RunChoices> read(Path workspace, Optional<Path> open) {
        List<RunChoices> runs = new ArrayList<>();
        List<RunSummary> summaries = new ArrayList<>(RunIndex.list(workspace));
        open.filter(folder -> summaries.stream().noneMatch(s -> s.folder().equals(folder)))
                .ifPresent(folder -> summaries.add(0, RunIndex.summary(folder)));
        for (RunSummary summary : summaries) {
            if (summary.problem().isEmpty()) {
                runs.add(of(summary));
            }
        }
        return List.copyOf(runs);
    }

    private static RunChoices of(RunSummary summary) {
        List<Long> steps = RunFolder.open(summary.folder()).checkpoints().steps();
        BestCheckpoints best = BestCheckpoints.read(summary.folder());
        List<Checkpoint> checkpoints = new ArrayList<>();
        if (!steps.isEmpty()) {
            checkpoints.add(Checkpoint.NEWEST);
        }
        for (int i = steps.size() - 1; i >= 0; i--) {
            String mark = best.mark(steps.get(i));
            String words = "Step " + Formats.count(steps.get(i));
            checkpoints.add(
                    new Checkpoint(mark.isEmpty() ? words : words + " · " + mark, OptionalLong.of(steps.get(i))));
        }
        return new RunChoices(summary.folder(), summary.name(), checkpoints);
    }
}
