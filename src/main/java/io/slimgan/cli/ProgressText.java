package io.slimgan.cli;

import io.slimgan.session.SessionStatus;
import java.util.List;
import java.util.Locale;

/** Where a run stands as a line of text. */
final class ProgressText {

    private static final int LONGEST_BAR = 30;
    private static final int SHORTEST_BAR = 6;

    private ProgressText() {}

    /** One plain line, as for a log file. */
    static String plain(SessionStatus status, List<Losses.OfWidth> losses) {
        StringBuilder line = new StringBuilder(
                String.format(Locale.ROOT, "step %d/%d (%d %%)", status.step(), status.totalSteps(), percent(status)));
        if (status.stepsPerSecond() > 0) {
            line.append(", ").append(speed(status));
        }
        status.secondsLeft()
                .ifPresent(s -> line.append(", ").append(duration(s)).append(" left"));
        if (!losses.isEmpty()) {
            line.append(", loss D/G");
            for (Losses.OfWidth loss : losses) {
                line.append(String.format(
                        Locale.ROOT, " %s: %.3f/%.3f", loss.width(), loss.discriminator(), loss.generator()));
            }
        }
        return line.toString();
    }

    /** A line with a bar that fits into so many columns, as far as its numbers do. */
    static String drawn(SessionStatus status, List<Losses.OfWidth> losses, int columns) {
        if (!status.activity().isEmpty()) {
            return status.activity() + " ...";
        }
        String head = String.format(Locale.ROOT, "%3d %% ", percent(status));
        StringBuilder tail = new StringBuilder(String.format(" %d/%d", status.step(), status.totalSteps()));
        if (status.stepsPerSecond() > 0) {
            tail.append("  ").append(speed(status));
        }
        status.secondsLeft().ifPresent(s -> tail.append("  ETA ").append(duration(s)));
        if (!losses.isEmpty()) {
            tail.append("  D");
            losses.forEach(l -> tail.append(String.format(Locale.ROOT, " %.2f", l.discriminator())));
            tail.append("  G");
            losses.forEach(l -> tail.append(String.format(Locale.ROOT, " %.2f", l.generator())));
        }
        int room = Math.min(LONGEST_BAR, columns - 1 - head.length() - tail.length() - 2);
        return room < SHORTEST_BAR ? head + tail.substring(1) : head + bar(status, room) + tail;
    }

    private static String bar(SessionStatus status, int room) {
        int full = (int) (room * status.step() / Math.max(1, status.totalSteps()));
        return "[" + "#".repeat(full) + ".".repeat(room - full) + "]";
    }

    private static long percent(SessionStatus status) {
        return 100 * status.step() / Math.max(1, status.totalSteps());
    }

    private static String speed(SessionStatus status) {
        double perSecond = status.stepsPerSecond();
        return perSecond >= 1
                ? String.format(Locale.ROOT, "%.1f steps/s", perSecond)
                : String.format(Locale.ROOT, "%.1f s/step", 1 / perSecond);
    }

    /** 2:05, or 1:02:05 from an hour on. */
    static String duration(double seconds) {
        long s = Math.round(seconds);
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }
}
