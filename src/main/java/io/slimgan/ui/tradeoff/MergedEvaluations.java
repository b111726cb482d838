package io.slimgan.ui.tradeoff;

import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MeasuringProtocol;
import io.slimgan.runs.evaluations.MetricValue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Puts together what was measured of one checkpoint in one way, but one metric after the other: a table shows it all at
 * once.
 */
final class MergedEvaluations {

    /** Images of the inception score beside which the papers take fewer for everything else. */
    private static final int INCEPTION_SAMPLES = 50_000;

    private static final Set<Integer> PAPER_SAMPLES = Set.of(8_000, 10_000);

    private MergedEvaluations() {}

    /** The evaluations, the newest first, with those that belong together in the place of their newest. */
    static List<Evaluation> of(List<Evaluation> newestFirst) {
        List<Evaluation> merged = new ArrayList<>();
        for (Evaluation evaluation : newestFirst) {
            int at = 0;
            while (at < merged.size() && !together(merged.get(at), evaluation)) {
                at++;
            }
            if (at < merged.size()) {
                merged.set(at, merge(merged.get(at), evaluation));
            } else {
                merged.add(evaluation);
            }
        }
        return merged;
    }

    /** Whether two are of the same images, and nothing but the metrics tells their protocols apart. */
    static boolean together(Evaluation a, Evaluation b) {
        return a.subject().equals(b.subject())
                && a.step().equals(b.step())
                && a.weights().equals(b.weights())
                && (a.against().isEmpty()
                        || b.against().isEmpty()
                        || a.against().equals(b.against()))
                && agree(a, b, p -> true, MeasuringProtocol::seed)
                && agree(a, b, p -> true, MeasuringProtocol::seeds)
                && agree(a, b, p -> true, MeasuringProtocol::imageSize)
                && agree(a, b, p -> true, MeasuringProtocol::quantisation)
                && agree(a, b, p -> !p.features().isEmpty(), MeasuringProtocol::preprocessing)
                && agree(a, b, p -> !p.features().isEmpty(), MeasuringProtocol::features)
                && agree(a, b, p -> !p.featuresHash().isEmpty(), MeasuringProtocol::featuresHash)
                && agree(a, b, p -> p.tap() > 0, MeasuringProtocol::tap)
                && agree(a, b, p -> !p.against().isEmpty(), MeasuringProtocol::against)
                && agree(a, b, p -> !p.split().isEmpty(), MeasuringProtocol::split)
                && sameSamples(a, b);
    }

    /** Whether they say the same where both say something: a metric that needs no features, say, names none. */
    private static <T> boolean agree(
            Evaluation a, Evaluation b, Predicate<MeasuringProtocol> says, Function<MeasuringProtocol, T> what) {
        Set<T> first = said(a, says, what);
        Set<T> second = said(b, says, what);
        return first.isEmpty() || second.isEmpty() || first.equals(second);
    }

    private static <T> Set<T> said(
            Evaluation evaluation, Predicate<MeasuringProtocol> says, Function<MeasuringProtocol, T> what) {
        return evaluation.values().stream()
                .map(MetricValue::protocol)
                .filter(says)
                .map(what)
                .collect(Collectors.toSet());
    }

    private static boolean sameSamples(Evaluation a, Evaluation b) {
        Set<Integer> first = samples(a, false);
        Set<Integer> second = samples(b, false);
        if (!first.isEmpty() && !second.isEmpty()) {
            return first.equals(second);
        }
        Set<Integer> scored = samples(first.isEmpty() ? a : b, true);
        Set<Integer> others = first.isEmpty() ? second.isEmpty() ? samples(b, true) : second : first;
        return scored.equals(others) || scored.equals(Set.of(INCEPTION_SAMPLES)) && PAPER_SAMPLES.containsAll(others);
    }

    private static Set<Integer> samples(Evaluation evaluation, boolean inceptionScore) {
        return evaluation.values().stream()
                .filter(value -> !value.widths().isEmpty() && (value.metric() == Metric.IS) == inceptionScore)
                .map(value -> value.protocol().samples())
                .collect(Collectors.toSet());
    }

    /** The newer one's values win where both measured the same. */
    private static Evaluation merge(Evaluation newer, Evaluation older) {
        Set<String> known = newer.values().stream().map(MetricValue::name).collect(Collectors.toSet());
        List<MetricValue> values = new ArrayList<>(newer.values());
        older.values().stream().filter(value -> !known.contains(value.name())).forEach(values::add);
        values.sort(Comparator.comparing(MetricValue::metric)); // As the form lists them, whatever came first.
        Instant measured = newer.measured().isAfter(older.measured()) ? newer.measured() : older.measured();
        return new Evaluation(
                newer.subject(),
                newer.step(),
                newer.weights(),
                newer.against().isEmpty() ? older.against() : newer.against(),
                values,
                newer.consistency().or(older::consistency),
                newer.version(),
                measured);
    }
}
