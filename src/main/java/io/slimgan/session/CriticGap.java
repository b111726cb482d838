package io.slimgan.session;

import io.slimgan.training.StepReport;
import io.slimgan.training.StepReport.WidthReport;
import java.util.Optional;

/**
 * A stand-in for quality in runs that do not measure their Fréchet distance: the mean over the widths of D(x) - D(G(z)), smoothed over about a
 * hundred steps. Spectrally normalised critics are Lipschitz, so the gap estimates, up to their constant, the
 * Wasserstein distance between images and fakes that they are able to see (Miyato et al. 2018, section 2): smaller is
 * better. It is only a proxy: it is small too where the critic is weak, as at the beginning, which is why the first
 * steps do not count. For the device thread.
 */
final class CriticGap {

    /** How it is called in {@code best.json}. */
    static final String NAME = "smoothed critic gap, a proxy";

    private static final double SHARE_OF_NEWEST = 0.02;
    private static final double WARM_UP_SHARE = 0.1;
    private static final long LEAST_WARM_UP = 50;

    private double smoothed = Double.NaN;

    /** Takes a step in. */
    void add(StepReport report) {
        double sum = 0;
        int judged = 0;
        for (WidthReport width : report.widths()) {
            double gap = width.real() - width.fake();
            if (!Double.isNaN(gap)) {
                sum += gap;
                judged++;
            }
        }
        if (judged > 0) {
            double gap = sum / judged;
            smoothed = Double.isNaN(smoothed) ? gap : smoothed + SHARE_OF_NEWEST * (gap - smoothed);
        }
    }

    /** The smoothed gap once it says something: after a tenth of the run, and 50 steps at least. */
    Optional<Double> after(long step, long totalSteps) {
        boolean warm = step >= Math.max(LEAST_WARM_UP, Math.round(WARM_UP_SHARE * totalSteps));
        return warm && !Double.isNaN(smoothed) ? Optional.of(smoothed) : Optional.empty();
    }

    /** For a checkpoint's notes; empty before the first step. */
    String toNote() {
        return Double.isNaN(smoothed) ? "" : Double.toString(smoothed);
    }

    /** Goes on from a checkpoint's note; an unreadable or empty one begins anew. */
    void restore(String note) {
        try {
            smoothed = note.isEmpty() ? Double.NaN : Double.parseDouble(note);
        } catch (NumberFormatException unreadable) {
            smoothed = Double.NaN;
        }
    }
}
