package io.slimgan.training.watches;

import io.slimgan.config.WatchSettings;
import io.slimgan.runs.watches.WatchKind;
import io.slimgan.runs.watches.WatchMark;
import io.slimgan.training.StepReport;
import io.slimgan.training.StepReport.WidthReport;
import java.util.ArrayList;
import java.util.List;

/**
 * Notices a discriminator that has won for good: under the hinge loss (method B.2) it then tells all real images from all
 * generated ones with a margin, its loss is 0, and so is its gradient. That a narrow width's discriminator is far ahead
 * for a thousand steps and is then caught up with is usual, which is why the threshold is low. One thread.
 */
public final class SaturationWatch {

    /** Smooths over about a hundred steps. */
    private static final double SHARE_OF_NEWEST = 0.02;

    /** Both margins of the hinge loss. */
    private static final double LEAST_GAP = 2;

    private static final int LOSS = 0;
    private static final int GAP = 1;
    private static final int ALARM = 2;

    /** Sum of the losses as logged, and their number, since it is wrong. */
    private static final int SUM = ALARM + Alarm.COLUMNS;

    private static final int COUNT = SUM + 1;

    private final WatchSettings settings;
    private final Ledger ledger = new Ledger(COUNT + 1);

    public SaturationWatch(WatchSettings settings) {
        this.settings = settings;
    }

    /** Takes a step in; gives what is noticed just now. */
    public List<WatchMark> see(StepReport report) {
        List<WatchMark> marks = new ArrayList<>();
        for (WidthReport width : report.widths()) {
            double[] row = ledger.row(width.width().label());
            row[LOSS] = smoothed(row[LOSS], width.lossD());
            row[GAP] = smoothed(row[GAP], width.real() - width.fake());
            boolean wrong = row[LOSS] < settings.saturationLoss() && row[GAP] >= LEAST_GAP;
            boolean well = row[LOSS] > 2 * settings.saturationLoss();
            boolean longer = wrong && !Double.isNaN(row[ALARM]);
            boolean known = !Double.isNaN(width.lossD());
            row[SUM] = (longer ? row[SUM] : 0) + (known ? width.lossD() : 0);
            row[COUNT] = (longer ? row[COUNT] : 0) + (known ? 1 : 0);
            if (Alarm.see(row, ALARM, report.step(), wrong, well, settings.patienceSteps())) {
                marks.add(new WatchMark(
                        WatchKind.SATURATION, width.width().label(), report.step(), row[SUM] / row[COUNT]));
            }
        }
        return marks;
    }

    /** What still is as it was noticed. */
    public boolean isRaised(WatchMark mark) {
        return mark.kind() == WatchKind.SATURATION && Alarm.isRaised(ledger.row(mark.width()), ALARM);
    }

    static double smoothed(double before, double value) {
        if (Double.isNaN(value)) {
            return before;
        }
        return Double.isNaN(before) ? value : before + SHARE_OF_NEWEST * (value - before);
    }

    /** For a checkpoint's notes. */
    public String toNote() {
        return ledger.toNote();
    }

    /** Goes on from a checkpoint's note. */
    public void restore(String note) {
        ledger.restore(note);
    }
}
