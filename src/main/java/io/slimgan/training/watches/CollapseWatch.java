package io.slimgan.training.watches;

import io.slimgan.config.WatchSettings;
import io.slimgan.runs.watches.WatchKind;
import io.slimgan.runs.watches.WatchMark;
import java.util.Optional;

/**
 * Notices a width whose images become alike: those of the run's fixed latents differ from each other by a small share of
 * what they once did, or the share of real images that it covers (recall, method D.7) falls to a small share of its
 * best. Twice in a row, because grids and quick metrics are small samples. One thread.
 */
public final class CollapseWatch {

    /** Recall below this says nothing: hardly any image counts. */
    private static final double LEAST_RECALL = 0.05;

    /** Images that differ by less were never anything but grey: in units of the colours' whole range. */
    private static final double LEAST_DIVERSITY = 0.02;

    /** Well again from so many times the threshold on. */
    private static final double WELL = 1.5;

    private static final int BEST = 0;
    private static final int SEEN = 1;
    private static final int ALARM = 2;

    private final WatchSettings settings;
    private final Ledger grids = new Ledger(2 + Alarm.COLUMNS);
    private final Ledger recalls = new Ledger(2 + Alarm.COLUMNS);

    public CollapseWatch(WatchSettings settings) {
        this.settings = settings;
    }

    /**
     * Takes in how much the images of the fixed grid differ.
     *
     * @param width its label
     * @param diversity see {@link GridDiversity}
     */
    public Optional<WatchMark> grid(long step, String width, double diversity) {
        return see(grids, WatchKind.COLLAPSE, step, width, diversity, LEAST_DIVERSITY);
    }

    /** Takes in a measured recall, from 0 to 1. */
    public Optional<WatchMark> recall(long step, String width, double recall) {
        return see(recalls, WatchKind.LOST_RECALL, step, width, recall, LEAST_RECALL);
    }

    private Optional<WatchMark> see(
            Ledger ledger, WatchKind kind, long step, String width, double value, double least) {
        double[] row = ledger.row(width);
        row[BEST] = Double.isNaN(row[BEST]) ? value : Math.max(row[BEST], value);
        row[SEEN] = Double.isNaN(row[SEEN]) ? 1 : row[SEEN] + 1;
        double threshold = settings.collapseShare() * row[BEST];
        boolean wrong = row[BEST] >= least && value < threshold;
        // Two in a row: the clock counts what was seen, not steps.
        if (Alarm.see(row, ALARM, row[SEEN], wrong, value > WELL * threshold, 1)) {
            return Optional.of(new WatchMark(kind, width, step, value / row[BEST]));
        }
        return Optional.empty();
    }

    /** What still is as it was noticed. */
    public boolean isRaised(WatchMark mark) {
        return switch (mark.kind()) {
            case COLLAPSE -> Alarm.isRaised(grids.row(mark.width()), ALARM);
            case LOST_RECALL -> Alarm.isRaised(recalls.row(mark.width()), ALARM);
            default -> false;
        };
    }

    /** For a checkpoint's notes. */
    public String toNote() {
        return grids.toNote() + "|" + recalls.toNote();
    }

    /** Goes on from a checkpoint's note. */
    public void restore(String note) {
        int bar = note.indexOf('|');
        grids.restore(bar < 0 ? "" : note.substring(0, bar));
        recalls.restore(bar < 0 ? "" : note.substring(bar + 1));
    }
}
