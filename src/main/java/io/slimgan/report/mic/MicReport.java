package io.slimgan.report.mic;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * A report on how consistent the widths of one to four runs are. Equal checkpoints measured alike give equal reports,
 * except for {@link #date}. Immutable, for any thread.
 *
 * @param date when it was made; to the second; the only thing in a report that the clock decides
 * @param version of the program
 * @param runs in the order in which they were asked for
 * @param individual what the individual runs among them are together; empty where fewer than two train one width each
 */
public record MicReport(Instant date, String version, List<ReportedRun> runs, Optional<IndividualRow> individual) {

    /** So many fit side by side on a page. */
    public static final int MOST_RUNS = 4;

    public MicReport {
        date = date.truncatedTo(ChronoUnit.SECONDS);
        runs = List.copyOf(runs);
        if (runs.isEmpty() || runs.size() > MOST_RUNS) {
            throw new IllegalArgumentException(
                    "A report compares 1 to " + MOST_RUNS + " runs, not " + runs.size() + ".");
        }
    }
}
