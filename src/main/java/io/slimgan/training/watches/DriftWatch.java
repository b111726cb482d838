package io.slimgan.training.watches;

import io.slimgan.config.WatchSettings;
import io.slimgan.runs.watches.WatchKind;
import io.slimgan.runs.watches.WatchMark;
import io.slimgan.training.StepReport;
import io.slimgan.training.StepReport.PairReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Notices one width that leaves the others: its distance to its teacher (the distillation's raw gap) or its measured
 * Fréchet distance grows to a multiple of its own best, while the other widths' do not. Where all grow together, it is
 * the run that changes and not a width. One thread.
 */
public final class DriftWatch {

    /** A gap below this is invisible (a mean difference of 3 % of the range), whatever multiple of its best it is. */
    private static final double LEAST_GAP = 0.005;

    /** How many times as far as the others' a width must have gone. */
    private static final double BEYOND_OTHERS = 1.5;

    /** Well again below this share of the threshold. */
    private static final double WELL = 0.75;

    private static final int NOW = 0;
    private static final int BEST = 1;
    private static final int SEEN = 2;
    private static final int ALARM = 3;

    private final WatchSettings settings;
    private final Ledger gaps = new Ledger(3 + Alarm.COLUMNS);
    private final Ledger distances = new Ledger(3 + Alarm.COLUMNS);

    public DriftWatch(WatchSettings settings) {
        this.settings = settings;
    }

    /** Takes a step in; gives what is noticed just now. */
    public List<WatchMark> see(StepReport report) {
        for (PairReport pair : report.pairs()) {
            double[] row = gaps.row(pair.student().label());
            row[NOW] = SaturationWatch.smoothed(row[NOW], pair.raw());
            row[SEEN] = Double.isNaN(row[SEEN]) ? 1 : row[SEEN] + 1;
            // The first images are all grey, so near to each other as they will never be again.
            if (row[SEEN] >= settings.patienceSteps()) {
                best(row, Math.max(row[NOW], LEAST_GAP));
            }
        }
        return alarms(gaps, WatchKind.DRIFT, report.step(), report.step(), settings.patienceSteps());
    }

    /** Takes in measured Fréchet distances by the widths' labels; twice in a row, as they are small samples. */
    public List<WatchMark> measured(long step, Map<String, Double> byWidth) {
        byWidth.forEach((width, distance) -> {
            double[] row = distances.row(width);
            row[NOW] = distance;
            row[SEEN] = Double.isNaN(row[SEEN]) ? 1 : row[SEEN] + 1;
            best(row, Math.max(distance, 1e-9));
        });
        double measured = distances.rows().values().stream()
                .mapToDouble(row -> row[SEEN])
                .max()
                .orElse(0);
        return alarms(distances, WatchKind.LOST_QUALITY, step, measured, 1);
    }

    private List<WatchMark> alarms(Ledger ledger, WatchKind kind, long step, double clock, double patience) {
        List<WatchMark> marks = new ArrayList<>();
        ledger.rows().forEach((width, row) -> {
            double ratio = row[NOW] / row[BEST];
            boolean wrong = ratio >= settings.driftFactor() && ratio >= BEYOND_OTHERS * othersRatio(ledger, row);
            boolean well = ratio < WELL * settings.driftFactor();
            if (Alarm.see(row, ALARM, clock, wrong, well, patience)) {
                marks.add(new WatchMark(kind, width, step, ratio));
            }
        });
        return marks;
    }

    private static void best(double[] row, double value) {
        row[BEST] = Double.isNaN(row[BEST]) ? value : Math.min(row[BEST], value);
    }

    /** The median of the other widths; 0 where there is none. */
    private static double othersRatio(Ledger ledger, double[] own) {
        double[] others = ledger.rows().values().stream()
                .filter(row -> row != own && !Double.isNaN(row[BEST]))
                .mapToDouble(row -> row[NOW] / row[BEST])
                .sorted()
                .toArray();
        return others.length == 0 ? 0 : others[others.length / 2];
    }

    /** What still is as it was noticed. */
    public boolean isRaised(WatchMark mark) {
        return switch (mark.kind()) {
            case DRIFT -> Alarm.isRaised(gaps.row(mark.width()), ALARM);
            case LOST_QUALITY -> Alarm.isRaised(distances.row(mark.width()), ALARM);
            default -> false;
        };
    }

    /** For a checkpoint's notes. */
    public String toNote() {
        return gaps.toNote() + "|" + distances.toNote();
    }

    /** Goes on from a checkpoint's note. */
    public void restore(String note) {
        int bar = note.indexOf('|');
        gaps.restore(bar < 0 ? "" : note.substring(0, bar));
        distances.restore(bar < 0 ? "" : note.substring(bar + 1));
    }
}
