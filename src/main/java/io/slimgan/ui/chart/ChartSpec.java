package io.slimgan.ui.chart;

import java.util.List;

/**
 * What a chart is about.
 *
 * @param id names it in the scene graph and in file names: lower case letters and hyphens
 * @param title above the chart
 * @param kinds what its curves may mean, at least one; the first is drawn solid, the others dashed
 * @param oneKindAtATime whether the kinds have different units and so cannot share an axis
 * @param smoothed whether its curves are smoothed as the user likes; few and dear points would only be falsified by it
 */
public record ChartSpec(String id, String title, List<Kind> kinds, boolean oneKindAtATime, boolean smoothed) {

    /** A chart whose curves are smoothed. */
    public ChartSpec(String id, String title, List<Kind> kinds, boolean oneKindAtATime) {
        this(id, title, kinds, oneKindAtATime, true);
    }

    /**
     * One meaning of curves.
     *
     * @param label in the chart's head
     * @param help a sentence for who points at it
     */
    public record Kind(String label, String help) {}

    public ChartSpec {
        kinds = List.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("Chart " + id + " has no kind of curve.");
        }
    }
}
