package io.slimgan.session;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Which runs count together as the paper's "Individual" row. Pure functions. */
public final class IndividualRuns {

    private IndividualRuns() {}

    /**
     * Whether runs that train one individual width each are one row: several, of different widths.
     *
     * @param widths of each run its only one
     */
    public static boolean countTogether(List<Double> widths) {
        return widths.size() > 1 && widths.stream().distinct().count() == widths.size();
    }

    /** The places of those that count together, the narrowest run first; none where fewer than two do. */
    static List<Integer> among(List<ReportedCheckpoint> checkpoints) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < checkpoints.size(); i++) {
            if (checkpoints.get(i).isIndividual()) {
                places.add(i);
            }
        }
        places.sort(Comparator.comparingDouble(
                i -> checkpoints.get(i).settings().model().individualWidth()));
        List<Double> widths = places.stream()
                .map(i -> checkpoints.get(i).settings().model().individualWidth())
                .toList();
        return countTogether(widths) ? places : List.of();
    }

    /** Whether the same latents can be drawn by all, for the same real images. */
    static boolean fit(List<ReportedCheckpoint> individual) {
        return individual.stream()
                        .map(c -> List.of(
                                c.settings().data(), c.settings().model().latentSize()))
                        .distinct()
                        .count()
                <= 1;
    }
}
