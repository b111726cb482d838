package io.slimgan.cli;

import io.slimgan.runs.RunIndex;
import io.slimgan.runs.queue.FoundRun;
import io.slimgan.runs.queue.QueueEntry;
import io.slimgan.runs.queue.QueueState;
import io.slimgan.runs.queue.QueueView;
import io.slimgan.runs.queue.SweepRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The runs of a sweep as a table for people: before it begins, and when it has ended. */
final class SweepTable {

    private static final String GAP = "   ";

    private SweepTable() {}

    /** What would be done, in this order. */
    static String plan(Path workspace, List<SweepRun> runs) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("run", "what", "steps", "configuration"));
        for (SweepRun run : runs) {
            FoundRun found = FoundRun.of(workspace, run.name(), run.settings());
            String what = switch (found.kind()) {
                case NEW -> "begins";
                case BEGUN -> "goes on from step " + found.step() + more(found);
                case COMPLETE -> "complete, skipped";
                case BUSY -> "in training elsewhere";
                case OTHER -> "another run";
            };
            String steps = Long.toString(run.settings().training().steps());
            rows.add(List.of(run.name(), what, steps, run.configuration()));
        }
        return "In " + workspace + ", one after the other:\n" + text(rows);
    }

    /** In the words of the sentence without its head and full stop: what changes on the way. */
    private static String more(FoundRun found) {
        String sentence = found.sentence();
        return sentence.isEmpty()
                ? ""
                : sentence.replaceFirst("^It goes on", "").replaceFirst("\\.$", "");
    }

    /**
     * How each run ended.
     *
     * @param seconds how long those took that were trained now
     */
    static String results(Path workspace, List<SweepRun> runs, QueueView queue, Map<String, Double> seconds) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("run", "state", "steps", "time", "loss D/G", "best"));
        for (SweepRun run : runs) {
            Path folder = workspace.resolve(run.name());
            long step = Files.isDirectory(folder) ? RunIndex.summary(folder).step() : 0;
            LastFigures figures = LastFigures.of(folder);
            Double took = seconds.get(run.name());
            rows.add(List.of(
                    run.name(),
                    queue.entry(run.name()).map(SweepTable::state).orElse("taken out"),
                    step + "/" + run.settings().training().steps(),
                    took == null ? "" : ProgressText.duration(took),
                    figures.losses(),
                    figures.best()));
        }
        return text(rows);
    }

    private static String state(QueueEntry entry) {
        return entry.state() == QueueState.SKIPPED
                ? "complete before"
                : entry.state().name().toLowerCase(Locale.ROOT);
    }

    /** Columns as wide as their widest cell; the last as wide as it is. */
    private static String text(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                int at = column;
                int width =
                        rows.stream().mapToInt(r -> r.get(at).length()).max().orElse(0);
                line.append(row.get(column))
                        .append(" ".repeat(width - row.get(column).length()))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
