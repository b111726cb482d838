package io.slimgan.session;

import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.Metric;
import io.slimgan.report.mic.MicReport;
import java.util.List;

/**
 * What to report on.
 *
 * @param runs one to four checkpoints, told in this order
 * @param against the real images
 * @param plan how to measure; metrics that cannot be measured of a run are left out of it with a remark, but for
 *     {@link Metric#MIC}
 * @param threads how many cores measuring may use; 0 for all
 * @param cached whether values that were measured before are taken again
 */
public record ReportRequest(
        List<EvaluationSubject.Checkpoint> runs,
        EvaluationReference against,
        MeasuringPlan plan,
        int threads,
        boolean cached) {

    /** What a report tells of each width and all of them. */
    public static final List<Metric> METRICS = List.of(Metric.MIC, Metric.FID, Metric.KID, Metric.IS, Metric.VOL);

    public ReportRequest {
        runs = List.copyOf(runs);
        if (runs.isEmpty() || runs.size() > MicReport.MOST_RUNS || threads < 0) {
            throw new IllegalArgumentException("A report is of 1 to " + MicReport.MOST_RUNS
                    + " runs on no negative number of threads, not of " + runs.size() + " on " + threads + ".");
        }
    }
}
