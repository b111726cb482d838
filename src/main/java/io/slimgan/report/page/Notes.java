package io.slimgan.report.page;

import io.slimgan.report.mic.IndividualRow;
import io.slimgan.report.mic.MicReport;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.ArrayList;
import java.util.List;

/** How to read a report, in sentences. */
final class Notes {

    private Notes() {}

    static List<String> of(MicReport report) {
        List<ReportedRun> runs = report.runs();
        List<String> notes = new ArrayList<>();
        notes.add("IC of two widths is the mean, over the same latents (and labels) drawn at both widths in evaluation"
                + " mode, of the squared Euclidean distance between their features; mIC is its mean over all pairs of"
                + " widths. Lower is more consistent; it has no upper bound.");
        report.individual()
                .ifPresent(
                        row -> notes.add("Individual: the runs that train one width each, told together as one network"
                                + " of several; its mean is over their widths, its mIC between their networks on the same"
                                + " latents."));
        if (runs.stream().anyMatch(r -> r.consistency().isPresent())
                || report.individual().flatMap(IndividualRow::consistency).isPresent()) {
            notes.add("The interval of mIC comes from drawing the measured latents again with replacement; it tells how"
                    + " much the choice of latents matters, not how much another training would.");
        }
        if (runs.stream()
                .anyMatch(
                        r -> !r.protocol().features().isEmpty() && !r.protocol().comparable())) {
            notes.add("A star (mIC*, FID*) marks figures on the built-in feature network. They rank runs that were"
                    + " measured alike; they cannot be held against figures of papers.");
        }
        if (runs.stream().anyMatch(r -> !r.curves().isEmpty())) {
            notes.add("Curves are drawn from the run's log up to the measured step; where the log has more points than"
                    + " the chart has room for, each point shown is the mean of its neighbours.");
        }
        runs.stream()
                .flatMap(r -> r.values().stream())
                .map(MetricValue::warning)
                .flatMap(w -> w.stream())
                .distinct()
                .forEach(notes::add);
        return notes;
    }
}
