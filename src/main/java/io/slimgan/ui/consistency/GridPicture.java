package io.slimgan.ui.consistency;

import io.slimgan.base.LatentKey;
import io.slimgan.base.RgbImages;
import io.slimgan.base.Width;
import io.slimgan.session.PreviewAnswer;
import io.slimgan.session.PreviewRequest;
import io.slimgan.ui.image.CellImage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The images that were drawn last, found by width, seed and class.
 *
 * @param answer as the preview gave it
 * @param shown the rows to show: the answer's own, or their differences to the widest
 * @param meanDifferences one per row, 0 to 255; empty unless differences are shown
 * @param places where each latent in its class stands in a row
 */
record GridPicture(
        PreviewAnswer.Images answer,
        List<RgbImages> shown,
        List<Double> meanDifferences,
        Map<LatentKey, Integer> places) {

    /**
     * The images themselves, or |G_w - G_1| with the widest row as it is.
     *
     * @param classes how many the run knows
     */
    static GridPicture of(PreviewAnswer.Images answer, boolean difference, int classes) {
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
        Map<LatentKey, Integer> places = new HashMap<>();
        PreviewRequest request = answer.request();
        List<LatentKey> keys = request.classes().keys(classes, request.latentSeeds());
        for (int i = 0; i < keys.size(); i++) {
            places.put(keys.get(i), i);
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

    /** Whether this latent was drawn in this class. */
    boolean has(LatentKey key) {
        return places.containsKey(key);
    }

    /** The image of a width, seed and class; while it is still being drawn, the one that stood at its column. */
    Optional<CellImage> cell(Width width, LatentKey key, int column) {
        for (int row = 0; row < shown.size(); row++) {
            if (answer.rows().get(row).width().equals(width)) {
                int at = places.getOrDefault(key, column);
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
        int columns = answer.request().imagesPerWidth();
        return answer.rows().stream()
                .mapToDouble(row -> row.millisPerImage() * columns)
                .sum();
    }
}
