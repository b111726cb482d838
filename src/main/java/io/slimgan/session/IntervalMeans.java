package io.slimgan.session;

import io.slimgan.training.StepReport;
import io.slimgan.training.StepReport.PairReport;
import io.slimgan.training.StepReport.WidthReport;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the curves show: the mean of each quantity over the steps since the last point. A point at step s with an
 * interval of n is the mean over the steps s - n + 1 to s, so no step is left out of a curve and single steps' noise is
 * evened out. The sums of a begun interval travel in the checkpoint's notes: a resumed run draws the same points, bit
 * for bit, as a straight one. For the device thread.
 */
final class IntervalMeans {

    private static final String SECONDS = "time/step_seconds";
    private static final String IMAGES = "time/images_per_second";
    private static final String STEPS = "steps";

    /** By tag; {@link #IMAGES} sums images here and is divided by the seconds later. */
    private final Map<String, Double> sums = new LinkedHashMap<>();

    private long steps;

    /** Takes a step in. */
    void add(StepReport report) {
        for (WidthReport width : report.widths()) {
            String label = width.width().label();
            add("loss/discriminator/" + label, width.lossD());
            add("loss/generator/" + label, width.lossG());
            add("critic/real/" + label, width.real());
            add("critic/fake/" + label, width.fake());
        }
        for (PairReport pair : report.pairs()) {
            String label = pair.student().label() + "-" + pair.teacher().label();
            add("distillation/raw/" + label, pair.raw());
            add("distillation/weighted/" + label, pair.weighted());
        }
        add(SECONDS, report.seconds());
        add(IMAGES, report.images());
        steps++;
    }

    /** The means by tag since the last {@link #clear}; empty before the first step. */
    Map<String, Double> means() {
        Map<String, Double> means = new LinkedHashMap<>();
        if (steps == 0) {
            return means;
        }
        double seconds = sums.getOrDefault(SECONDS, 0.0);
        sums.forEach((tag, sum) -> means.put(tag, tag.equals(IMAGES) ? sum / seconds : sum / steps));
        return means;
    }

    /** Begins the next interval. */
    void clear() {
        sums.clear();
        steps = 0;
    }

    /** The begun interval as a note of a checkpoint: {@code steps=3;loss/discriminator/0.25=1.5;...}. */
    String toNote() {
        StringBuilder note = new StringBuilder(STEPS + "=" + steps);
        sums.forEach((tag, sum) -> note.append(';').append(tag).append('=').append(sum));
        return note.toString();
    }

    /** Goes on with the interval of a checkpoint; an unreadable or empty note begins a fresh one. */
    void restore(String note) {
        clear();
        if (note.isEmpty()) {
            return;
        }
        try {
            long counted = 0;
            for (String part : note.split(";")) {
                int at = part.indexOf('=');
                if (part.startsWith(STEPS + "=")) {
                    counted = Long.parseLong(part.substring(at + 1));
                } else {
                    sums.put(part.substring(0, at), Double.parseDouble(part.substring(at + 1)));
                }
            }
            steps = counted;
        } catch (NumberFormatException | IndexOutOfBoundsException unreadable) {
            clear();
        }
    }

    private void add(String tag, double value) {
        // A width without an adversarial loss of its own has no such curve.
        if (!Double.isNaN(value)) {
            sums.merge(tag, value, Double::sum);
        }
    }
}
