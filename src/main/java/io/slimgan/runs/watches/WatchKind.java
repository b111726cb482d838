package io.slimgan.runs.watches;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What can go wrong in training, as a log's tags call it and as it is said to the user. */
public enum WatchKind {
    /** A loss was not a number; the value is the step that failed. */
    DIVERGENCE("divergence", "Diverged"),
    /** A discriminator has won; the value is the mean of its logged loss over the steps for which that was so. */
    SATURATION("saturation", "Discriminator saturated"),
    /** A width's images became alike; the value is the share that is left of their difference. */
    COLLAPSE("collapse", "Collapsed"),
    /** A width covers less of the real images than it did; the value is the share that is left of its recall. */
    LOST_RECALL("lost-recall", "Recall lost"),
    /** A width's images leave their teacher's; the value is the distance as a multiple of the least one. */
    DRIFT("drift", "Drifting away"),
    /** A width's quality falls alone; the value is its Fréchet distance as a multiple of its best. */
    LOST_QUALITY("lost-quality", "Quality lost");

    private final String code;
    private final String title;

    WatchKind(String code, String title) {
        this.code = code;
        this.title = title;
    }

    /** As tags call it. */
    public String code() {
        return code;
    }

    /** In a word or two. */
    public String title() {
        return title;
    }

    /** The kind of a code, if there is one. */
    public static Optional<WatchKind> of(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst();
    }

    /** The whole sentence for the user. */
    String sentence(String width, double value) {
        String who = width.isEmpty() ? "A width" : "Width " + width + "×";
        return switch (this) {
            case DIVERGENCE ->
                String.format(
                        Locale.ROOT, "Step %,d diverged: a loss or gradient was not a finite number.", (long) value);
            case SATURATION ->
                String.format(
                        Locale.ROOT,
                        "%s: its discriminator has won; its loss was %.2g on average over the steps in which this was watched, and"
                                + " teaches the generator nothing.",
                        who,
                        value);
            case COLLAPSE ->
                String.format(
                        Locale.ROOT,
                        "%s has collapsed: its images differ by %.0f %% of what they once did.",
                        who,
                        100 * value);
            case LOST_RECALL ->
                String.format(Locale.ROOT, "%s has lost variety: its recall is %.0f %% of its best.", who, 100 * value);
            case DRIFT ->
                String.format(
                        Locale.ROOT,
                        "%s drifts away: it lies %.1f times as far from its teacher as at its best; the others stay.",
                        who,
                        value);
            case LOST_QUALITY ->
                String.format(
                        Locale.ROOT,
                        "%s drifts away: its FID is %.1f times its best; the other widths stay.",
                        who,
                        value);
        };
    }
}
