package io.slimgan.metrics.features.builtin;

import io.slimgan.base.RgbImages;
import io.slimgan.config.Preprocessing;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.features.FeatureNetwork;
import io.slimgan.metrics.statistics.FrechetDistance;
import io.slimgan.metrics.statistics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;

/** How a feature network ranks images that are spoilt more and more: its Fréchet distances to good ones. */
final class Ranking {

    /** How many classes are left, from all to few. */
    private static final List<Integer> CLASSES_KEPT = List.of(10, 8, 6, 4, 2);

    private final FeatureNetwork network;
    private final int tap;
    private final int threads;
    private final Moments reference;

    /** A line of growing distances, the first of which is that of the images as they are. */
    record Series(String title, List<Level> levels) {

        /** Whether each distance is greater than the one before. */
        boolean grows() {
            return IntStream.range(1, levels.size())
                    .allMatch(i -> levels.get(i).distance() > levels.get(i - 1).distance());
        }
    }

    /** A strength and the Fréchet distance there. */
    record Level(String label, double distance) {}

    /** Ranks by the distance to these images. */
    Ranking(FeatureNetwork network, int tap, RgbImages reference, int threads) {
        this.network = network;
        this.tap = tap;
        this.threads = threads;
        this.reference = Moments.of(features(reference));
    }

    private FeatureMatrix features(RgbImages images) {
        return Objects.requireNonNull(network.extract(images, Preprocessing.TENSORFLOW, Set.of(tap), threads)
                .get(tap));
    }

    private double distance(FeatureMatrix features) {
        return FrechetDistance.between(reference, Moments.of(features));
    }

    /** A line for each of these distortions. */
    List<Series> distortions(RgbImages images, Distortion... kinds) {
        Level untouched = new Level("none", distance(features(images)));
        List<Series> all = new ArrayList<>();
        for (Distortion kind : kinds) {
            List<Level> levels = new ArrayList<>(List.of(untouched));
            for (double strength : kind.strengths()) {
                levels.add(new Level(kind.label(strength), distance(features(kind.apply(images, strength)))));
            }
            all.add(new Series(kind.title(), levels));
        }
        return all;
    }

    /** Equally many images at each level, from ever fewer classes. */
    Series classRemoval(CifarRecords images) {
        FeatureMatrix features = features(images.images());
        int[][] byClass = IntStream.range(0, BuiltinLayers.CLASSES)
                .mapToObj(label -> IntStream.range(0, images.count())
                        .filter(i -> images.labels()[i] == label)
                        .toArray())
                .toArray(int[][]::new);
        int fewest = Arrays.stream(byClass).mapToInt(rows -> rows.length).min().orElseThrow();
        int count = fewest * CLASSES_KEPT.get(CLASSES_KEPT.size() - 1);
        List<Level> levels = new ArrayList<>();
        for (int kept : CLASSES_KEPT) {
            int[] rows = IntStream.range(0, count)
                    .map(i -> byClass[i % kept][i / kept])
                    .toArray();
            levels.add(new Level(kept + " classes", distance(features.pick(rows))));
        }
        return new Series("Class removal, n = " + count, levels);
    }
}
