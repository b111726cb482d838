package io.slimgan.metrics.evaluation;

import io.slimgan.base.ProgramVersion;
import io.slimgan.base.UserError;
import io.slimgan.base.Width;
import io.slimgan.config.MeasuringPlan;
import io.slimgan.config.Metric;
import io.slimgan.metrics.features.FeatureNetwork;
import io.slimgan.metrics.statistics.InceptionConsistency;
import io.slimgan.metrics.statistics.Moments;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MetricValue;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * Measures subjects by a plan, each against the same real images. For the measuring thread; what is given is closed by
 * whoever opened it.
 */
public final class ImageEvaluation {

    private final MeasuringPlan plan;
    private final Optional<NetworkUse> network;
    private final Optional<Reference> against;
    private final Optional<RealFeatures> real;
    private final int threads;
    private final Work work;
    private Optional<Path> saveStatistics = Optional.empty();

    /**
     * What was measured.
     *
     * @param evaluation all that was asked for
     * @param fresh whether anything of it had to be measured
     * @param unsaved why the statistics were not written, where that was asked for and the disk did not take them
     */
    public record Outcome(Evaluation evaluation, boolean fresh, Optional<UserError> unsaved) {}

    /** The figures of all seeds, and the first seed's consistency. */
    private static final class Gathered {
        private final List<Figure> figures = new ArrayList<>();
        private Optional<Consistency> consistency = Optional.empty();
        private Optional<UserError> unsaved = Optional.empty();
    }

    /**
     * @param network empty where no metric of the plan needs one
     * @param against empty where there is nothing to hold against
     * @param threads how many cores may be used, at least 1
     * @throws UserError if statistics to hold against are of other features than the network's
     */
    public ImageEvaluation(
            MeasuringPlan plan,
            Optional<FeatureNetwork> network,
            Optional<Reference> against,
            FeatureCache cache,
            int threads,
            MeasuringListener listener) {
        this.plan = plan;
        this.against = against;
        this.threads = threads;
        this.work = new Work(listener);
        this.network =
                network.map(n -> new NetworkUse(n, Taps.chosen(plan, n, against), plan.preprocessing(), threads));
        boolean onFeatures = plan.metrics().stream().anyMatch(Feasibility::needsReal);
        this.real = against.map(reference -> new RealFeatures(
                reference,
                plan.samples(),
                onFeatures ? this.network : Optional.empty(),
                cache,
                plan.metrics().contains(Metric.VOL),
                work));
    }

    /** Writes mean and covariance of the next measured subject's features, of its last width and the first seed. */
    public void saveStatistics(Path file) {
        if (network.isEmpty()) {
            throw new UserError("--save-stats keeps features, but none of " + plan.metrics()
                    + " is taken from features; measure FID or another that is.");
        }
        saveStatistics = Optional.of(file);
    }

    /**
     * Measures one subject.
     *
     * @param weights tells the subject's images from any others
     * @param known what was measured before, the oldest first; values of the same images by the same protocol are taken
     *     from there
     * @throws UserError if a metric cannot be measured on this subject
     */
    public Outcome measure(Subject subject, String weights, List<Evaluation> known) {
        plan.metrics()
                .forEach(metric -> Feasibility.require(metric, subject, against, network.map(NetworkUse::network)));
        int realImages = real.map(RealFeatures::count).orElse(0);
        Protocols protocols = new Protocols(plan, subject, against, realImages, network);
        String content = real.map(r -> r.content(plan.seed(), plan.seeds())).orElse("");
        KnownValues before =
                new KnownValues(saveStatistics.isPresent() ? List.of() : known, weights, content, protocols);
        List<MetricValue> values = new ArrayList<>(before.values());
        Optional<Consistency> consistency = before.consistency();
        Optional<UserError> unsaved = Optional.empty();
        if (!before.missing().isEmpty()) {
            Gathered gathered = gather(subject, before.missing());
            values.addAll(SeedMeans.values(gathered.figures, protocols));
            consistency = gathered.consistency.or(before::consistency);
            unsaved = gathered.unsaved;
        }
        values.sort(Comparator.comparingInt(value -> plan.metrics().indexOf(value.metric())));
        Evaluation evaluation = new Evaluation(
                subject.name(),
                subject.step(),
                weights,
                content,
                values,
                consistency,
                ProgramVersion.current(),
                Instant.now());
        return new Outcome(evaluation, !before.missing().isEmpty(), unsaved);
    }

    private Gathered gather(Subject subject, Set<Metric> metrics) {
        Demand demand = demand(metrics);
        Gathered gathered = new Gathered();
        if (subject instanceof Subject.Generators generators) {
            work.expect((long) demand.total() * generators.widths().size() * plan.seeds());
            try (GeneratedFeatures drawing =
                    new GeneratedFeatures(generators, network, plan.quantisation(), threads, work)) {
                for (int i = 0; i < plan.seeds(); i++) {
                    begin(subject, i);
                    add(gathered, metrics, drawing.rows(plan.seed() + i, demand), plan.seed() + i);
                }
            }
        } else if (subject instanceof Subject.Images images) {
            PictureSource source = images.pictures();
            Demand there = demand.atMost(source.size());
            work.expect((long) there.total() * plan.seeds());
            for (int i = 0; i < plan.seeds(); i++) {
                begin(subject, i);
                int[] chosen = RealFeatures.chosen(plan.seed() + i, source.size(), there.total());
                add(
                        gathered,
                        metrics,
                        List.of(new PictureFeatures(network, work).row(source, chosen, there)),
                        plan.seed() + i);
            }
        } else if (subject instanceof Subject.Statistics statistics) {
            MeasuredRow row = new MeasuredRow(
                    List.of(),
                    Optional.empty(),
                    Optional.of(statistics.moments()),
                    Optional.empty(),
                    OptionalDouble.empty());
            add(gathered, metrics, List.of(row), plan.seed());
        }
        return gathered;
    }

    private void begin(Subject subject, int seed) {
        work.begin("Measuring " + subject.name()
                + (plan.seeds() == 1 ? "" : ", seed " + (seed + 1) + " of " + plan.seeds()));
    }

    private void add(Gathered gathered, Set<Metric> metrics, List<MeasuredRow> rows, long seed) {
        boolean first = seed == plan.seed();
        if (first) {
            gathered.unsaved = saveStatistics.flatMap(
                    file -> save(file, rows.get(rows.size() - 1).moments().orElseThrow()));
            saveStatistics = Optional.empty();
        }
        boolean held = metrics.stream().anyMatch(Feasibility::needsReal) || metrics.contains(Metric.VOL);
        Optional<MeasuredRow> reals = held ? real.map(r -> r.of(seed)) : Optional.empty();
        work.begin("Comparing features");
        Optional<InceptionConsistency> consistency = metrics.stream().anyMatch(Feasibility::comparesWidths)
                ? Optional.of(Consistencies.of(rows))
                : Optional.empty();
        if (first) {
            List<Width> widths =
                    rows.stream().flatMap(row -> row.widths().stream()).toList();
            gathered.consistency = consistency.map(c -> Consistencies.told(c, widths, seed));
        }
        gathered.figures.addAll(Figures.of(metrics, rows, reals, consistency, (int) seed));
    }

    private static Optional<UserError> save(Path file, Moments moments) {
        try {
            StatisticsFile.write(file, moments);
            return Optional.empty();
        } catch (UserError e) {
            return Optional.of(e);
        }
    }

    private Demand demand(Set<Metric> metrics) {
        boolean features = metrics.stream().anyMatch(metric -> metric.onFeatures() && metric != Metric.IS)
                || saveStatistics.isPresent();
        return new Demand(
                features ? plan.samples() : 0,
                metrics.contains(Metric.IS) ? plan.inceptionSamples() : 0,
                metrics.contains(Metric.VOL) ? plan.samples() : 0);
    }
}
