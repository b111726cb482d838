package io.slimgan.metrics.features.builtin;

import io.slimgan.base.RgbImages;
import io.slimgan.config.Preprocessing;
import io.slimgan.metrics.features.FeatureMatrix;
import io.slimgan.metrics.features.FeatureNetwork;
import io.slimgan.metrics.statistics.FrechetDistance;
import io.slimgan.metrics.statistics.Moments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** How a feature network ranks images that are spoilt more and more: its Fréchet distances to good ones. */
final class Ranking {

    /** How many classes are left, from all to few. */
    private static final List<Integer> CLASSES_KEPT = List.of(10, 8, 6, 4, 2);

    private final FeatureNetwork network;
    private final Set<Integer> taps;
    private final int threads;
    private final Map<Integer, Moments> reference = new LinkedHashMap<>();

    /** Levels that should be ever further away, the first of which is the images as they are. */
    record Series(String title, List<Level> levels) {

        /** Whether each distance at this tap is greater than the one before. */
        boolean grows(int tap) {
            return IntStream.range(1, levels.size())
                    .allMatch(i -> levels.get(i).at(tap) > levels.get(i - 1).at(tap));
        }
    }

    /** A strength and the Fréchet distances there, by tap. */
    record Level(String label, Map<Integer, Double> distances) {

        double at(int tap) {
            return Objects.requireNonNull(distances.get(tap));
        }
    }

    /** Ranks by the distance to these images at these taps. */
    Ranking(FeatureNetwork network, Set<Integer> taps, RgbImages reference, int threads) {
        this.network = network;
        this.taps = new TreeSet<>(taps);
        this.threads = threads;
        features(reference).forEach((tap, features) -> this.reference.put(tap, Moments.of(features)));
    }

    private Map<Integer, FeatureMatrix> features(RgbImages images) {
        return network.extract(images, Preprocessing.TENSORFLOW, taps, threads);
    }

    private Level level(String label, Map<Integer, FeatureMatrix> features) {
        Map<Integer, Double> distances = new LinkedHashMap<>();
        reference.forEach((tap, moments) -> distances.put(
                tap, FrechetDistance.between(moments, Moments.of(Objects.requireNonNull(features.get(tap))))));
        return new Level(label, distances);
    }

    /** All distortions and the removal of classes. */
    List<Series> everything(CifarRecords images) {
        Map<Integer, FeatureMatrix> untouched = features(images.images());
        List<Series> all = new ArrayList<>(distortions(images.images(), untouched, Distortion.values()));
        all.add(classRemoval(untouched, images.labels()));
        return all;
    }

    /** These distortions. */
    List<Series> distortions(RgbImages images, Distortion... kinds) {
        return distortions(images, features(images), kinds);
    }

    private List<Series> distortions(RgbImages images, Map<Integer, FeatureMatrix> untouched, Distortion... kinds) {
        Level first = level("none", untouched);
        List<Series> all = new ArrayList<>();
        for (Distortion kind : kinds) {
            List<Level> levels = new ArrayList<>(List.of(first));
            for (double strength : kind.strengths()) {
                levels.add(level(kind.label(strength), features(kind.apply(images, strength))));
            }
            all.add(new Series(kind.title(), levels));
        }
        return all;
    }

    /** Equally many images at each level, from ever fewer classes. */
    private Series classRemoval(Map<Integer, FeatureMatrix> features, int... labels) {
        int[][] byClass = IntStream.range(0, BuiltinLayers.CLASSES)
                .mapToObj(label -> IntStream.range(0, labels.length)
                        .filter(i -> labels[i] == label)
                        .toArray())
                .toArray(int[][]::new);
        int fewest = Arrays.stream(byClass).mapToInt(rows -> rows.length).min().orElseThrow();
        int count = fewest * CLASSES_KEPT.get(CLASSES_KEPT.size() - 1);
        List<Level> levels = new ArrayList<>();
        for (int kept : CLASSES_KEPT) {
            int[] rows = IntStream.range(0, count)
                    .map(i -> byClass[i % kept][i / kept])
                    .toArray();
            Map<Integer, FeatureMatrix> left = new LinkedHashMap<>();
            features.forEach((tap, all) -> left.put(tap, all.pick(rows)));
            levels.add(level(kept + " classes", left));
        }
        return new Series("Classes removed", levels);
    }
}
