package io.slimgan.ui.consistency;

import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.ui.image.CellImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images that were drawn last, found by width and seed.
 *
 * @param answer as the preview gave it
 * @param shown the rows to show: the answer's own, or their differences to the widest
 * @param meanDifferences one per row, 0 to 255; empty unless differences are shown
 * @param places where each seed stands in a row
 */
record GridPicture(
        PreviewAnswer.Images answer, List<RgbImages> shown, List<Double> meanDifferences, Map<Long, Integer> places) {

    /** The images themselves, or |G_w - G_1| with the widest row as it is. */
    static GridPicture of(PreviewAnswer.Images answer, boolean difference) {
        List<RgbImages> shown = new ArrayList<>();
        List<Double> means = new ArrayList<>();
        for (PreviewAnswer.Row row : answer.rows()) {
            shown.add(row.images());
        }
        if (difference) {
            int reference = widest(answer);
            RgbImages widest = shown.get(reference);
            for (int i = 0; i < shown.size(); i++) {
                RgbImages apart = Differences.between(shown.get(i), widest);
                means.add(Differences.mean(apart));
                if (i != reference) {
                    shown.set(i, apart);
                }
            }
        }
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < answer.request().latentSeeds().size(); i++) {
            places.put(answer.request().latentSeeds().get(i), i);
        }
        return new GridPicture(answer, List.copyOf(shown), List.copyOf(means), places);
    }

    private static int widest(PreviewAnswer.Images answer) {
        int widest = 0;
        for (int i = 1; i < answer.rows().size(); i++) {
            if (answer.rows().get(i).width().index()
                    > answer.rows().get(widest).width().index()) {
                widest = i;
            }
        }
        return widest;
    }

    /** The step of the weights that drew these images. */
    long step() {
        return answer.step();
    }

    /** Whether this latent was drawn. */
    boolean has(long seed) {
        return places.containsKey(seed);
    }

    /** The image of a width and seed; while it is still being drawn, the one that stood at its column. */
    Optional<CellImage> cell(Width width, long seed, int column) {
        for (int row = 0; row < shown.size(); row++) {
            if (answer.rows().get(row).width().equals(width)) {
                int at = places.getOrDefault(seed, column);
                RgbImages images = shown.get(row);
                return at < images.count() ? Optional.of(new CellImage(images, at)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** How far this width is from the widest on average, of 255; empty unless differences are shown. */
    Optional<Double> meanDifference(Width width) {
        for (int row = 0; row < meanDifferences.size(); row++) {
            if (answer.rows().get(row).width().equals(width)) {
                return Optional.of(meanDifferences.get(row));
            }
        }
        return Optional.empty();
    }

    /** The measured time of the whole drawing. */
    double totalMillis() {
        int columns = answer.request().latentSeeds().size();
        return answer.rows().stream()
                .mapToDouble(row -> row.millisPerImage() * columns)
                .sum();
    }
}
