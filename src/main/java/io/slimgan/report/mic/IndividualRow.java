package io.slimgan.report.mic;

import io.slimgan.base.Width;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The paper's "Individual" row: runs that train one individual width each count together as if they were one network of
 * several widths. Immutable, for any thread.
 *
 * @param members their places in the report, narrowest run first; two or more
 * @param widths theirs, ascending
 * @param values each width's figures as its own run has them, and what compares the widths
 * @param consistency between the runs; empty where it was not measured
 */
public record IndividualRow(
        List<Integer> members, List<Width> widths, List<MetricValue> values, Optional<Consistency> consistency) {

    /** As tables and files call it. */
    public static final String NAME = "Individual";

    public IndividualRow {
        members = List.copyOf(members);
        widths = List.copyOf(widths);
        values = List.copyOf(values);
        if (members.size() < 2 || members.size() != widths.size()) {
            throw new IllegalArgumentException("A row of individual runs is of two or more, each of one width, not of "
                    + members.size() + " runs and " + widths.size() + " widths.");
        }
    }

    /** The places in a report of the runs that train one width, the narrowest first. */
    public static List<Integer> individuals(List<ReportedRun> runs) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            if (runs.get(i).widths().size() == 1) {
                places.add(i);
            }
        }
        places.sort(Comparator.comparingDouble(i -> onlyWidth(runs.get(i)).multiplier()));
        return places;
    }

    /**
     * Puts runs together.
     *
     * @param runs the report's
     * @param members see {@link #individuals}
     * @param between what was measured between them: values of several widths
     */
    public static IndividualRow of(
            List<ReportedRun> runs,
            List<Integer> members,
            List<MetricValue> between,
            Optional<Consistency> consistency) {
        List<Width> widths = new ArrayList<>();
        List<MetricValue> values = new ArrayList<>(between);
        for (int member : members) {
            ReportedRun run = runs.get(member);
            Width width = new Width(onlyWidth(run).multiplier(), widths.size());
            widths.add(width);
            for (MetricValue value : run.values()) {
                if (value.width().isPresent()) {
                    values.add(value.withWidths(List.of(width)));
                }
            }
        }
        return new IndividualRow(members, widths, values, consistency);
    }

    private static Width onlyWidth(ReportedRun run) {
        return run.namedWidths().get(0);
    }

    /** What the mean consistency is called with its marks, such as {@code mIC*-1k}. */
    public String consistencyName() {
        return ConsistencyNames.mean(values);
    }

    /** What the consistency of a pair is called with its marks, such as {@code IC*-1k}. */
    public String pairName() {
        return ConsistencyNames.pair(values);
    }

    /** {@code IC}, with a star where the features are not the papers'. */
    public String pairLabel() {
        return ConsistencyNames.pairLabel(values);
    }
}
