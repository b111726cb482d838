package io.slimgan.metrics.evaluation;

import io.slimgan.base.Width;
import io.slimgan.metrics.statistics.InceptionConsistency;
import io.slimgan.runs.evaluations.Consistency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** From features of several widths to what a report wants to know of their consistency. Pure functions. */
final class Consistencies {

    private static final double LEVEL = 0.95;
    private static final int RESAMPLES = 1000;

    private Consistencies() {}

    static InceptionConsistency of(List<MeasuredRow> rows) {
        return InceptionConsistency.of(
                rows.stream().map(row -> row.features().orElseThrow()).toList());
    }

    /** @param seed of the measured latents */
    static Consistency told(InceptionConsistency figures, List<Width> widths, long seed) {
        List<List<Double>> matrix = Arrays.stream(figures.matrix())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        InceptionConsistency.Interval interval = figures.bootstrapInterval(LEVEL, RESAMPLES, (int) seed);
        double[] ofLatent = figures.byLatent();
        List<Consistency.Latent> ascending = new ArrayList<>(IntStream.range(0, ofLatent.length)
                .mapToObj(i -> new Consistency.Latent(MeasuredLatents.columnSeed(seed, i), ofLatent[i]))
                .sorted(Comparator.comparingDouble(Consistency.Latent::value))
                .toList());
        int named = Math.min(Consistency.NAMED, ascending.size());
        List<Consistency.Latent> least = new ArrayList<>();
        for (int i = 0; i < named; i++) {
            least.add(ascending.get(ascending.size() - 1 - i));
        }
        return new Consistency(
                widths, matrix, figures.mean(), interval.low(), interval.high(), ascending.subList(0, named), least);
    }
}
