package io.slimgan.report.page;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.config.Metric.Better;
import io.slimgan.report.mic.IndividualRow;
import io.slimgan.report.mic.MicReport;
import io.slimgan.report.mic.ReportedRun;
import io.slimgan.report.page.Page.Cell;
import io.slimgan.report.page.Page.Row;
import io.slimgan.report.page.Page.Table;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.runs.evaluations.MetricValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The runs' figures under each other, a column per width and one for their mean; the best of each column is marked. */
final class Comparison {

    private final List<ReportedRun> runs;
    private final Optional<IndividualRow> individual;
    private final List<Double> multipliers;

    Comparison(MicReport report) {
        this.runs = report.runs();
        this.individual = report.individual();
        this.multipliers = runs.stream()
                .flatMap(r -> r.namedWidths().stream())
                .map(Width::multiplier)
                .distinct()
                .sorted()
                .toList();
    }

    Table table() {
        List<String> head = new ArrayList<>(List.of(""));
        multipliers.forEach(m -> head.add(new Width(m, 0).toString()));
        head.add("mean");
        List<Row> rows = new ArrayList<>();
        consistencyNames().forEach(name -> rows.addAll(rows(name, Better.LOWER, consistencies(name))));
        for (Named named : measured()) {
            List<List<OptionalDouble>> figures = new ArrayList<>();
            for (int run = 0; run < runs.size(); run++) {
                figures.add(figures(runs.get(run).values(), named.name, widths(run)));
            }
            individual.ifPresent(row ->
                    figures.add(figures(row.values(), named.name, row.widths().size())));
            rows.addAll(rows(named.name, named.metric.better(), figures));
        }
        return new Table(head, rows);
    }

    /** Over how many widths a run's mean is taken; one of several individual runs has none of its own. */
    private int widths(int run) {
        boolean member = individual.filter(row -> row.members().contains(run)).isPresent();
        return member ? 0 : runs.get(run).widths().size();
    }

    private List<String> consistencyNames() {
        return Stream.concat(
                        runs.stream().filter(r -> r.consistency().isPresent()).map(ReportedRun::consistencyName),
                        individual
                                .filter(row -> row.consistency().isPresent())
                                .map(IndividualRow::consistencyName)
                                .stream())
                .distinct()
                .toList();
    }

    private List<List<OptionalDouble>> consistencies(String name) {
        List<List<OptionalDouble>> figures = new ArrayList<>();
        runs.forEach(run ->
                figures.add(consistency(run.consistency(), run.consistencyName().equals(name))));
        individual.ifPresent(row ->
                figures.add(consistency(row.consistency(), row.consistencyName().equals(name))));
        return figures;
    }

    /** What to mind when figures of these runs are held against each other; empty where there is nothing. */
    String caution() {
        String refusal = refusal();
        if (!refusal.isEmpty()) {
            return refusal;
        }
        boolean sameStep = runs.stream().map(ReportedRun::step).distinct().count() == 1;
        return sameStep ? "" : "These checkpoints are of different steps of training.";
    }

    /** Why the best figures are not marked; empty where they are. */
    private String refusal() {
        boolean differ = Stream.concat(
                        runs.stream().map(ReportedRun::values), individual.map(IndividualRow::values).stream())
                .flatMap(List::stream)
                .filter(v -> !v.widths().isEmpty()) // what has no width is of the real images
                .collect(Collectors.groupingBy(
                        MetricValue::name, Collectors.mapping(MetricValue::protocol, Collectors.toSet())))
                .values()
                .stream()
                .anyMatch(protocols -> protocols.size() > 1);
        if (differ) {
            return "These runs were measured by different protocols (below); their figures cannot be compared.";
        }
        long images = runs.stream()
                .map(r -> List.<Object>of(
                        r.settings().data().dataset(), r.settings().data().imageSize()))
                .distinct()
                .count();
        return images == 1 ? "" : "These runs were trained on different images; compare their figures with care.";
    }

    private record Named(Metric metric, String name) {}

    private Set<Named> measured() {
        Set<Named> named = new LinkedHashSet<>();
        for (ReportedRun run : runs) {
            for (MetricValue value : run.values()) {
                if (value.width().isPresent()) {
                    named.add(new Named(value.metric(), value.name()));
                }
            }
        }
        return named;
    }

    /** @param figures by run and at last of the individual ones together, then by column */
    private List<Row> rows(String name, Better better, List<List<OptionalDouble>> figures) {
        List<Row> rows = new ArrayList<>();
        for (int run = 0; run < figures.size(); run++) {
            List<Cell> cells = new ArrayList<>();
            for (int column = 0; column <= multipliers.size(); column++) {
                OptionalDouble figure = figures.get(run).get(column);
                cells.add(new Cell(
                        figure.isPresent() ? Figures.number(figure.getAsDouble()) : nothing(column, figures),
                        isBest(figure, better, column, figures),
                        -1));
            }
            rows.add(new Row(run == 0 ? name : "", who(run), run == 0, cells));
        }
        return rows;
    }

    private String who(int line) {
        return line < runs.size()
                ? PageWriter.letter(line) + " · " + runs.get(line).name()
                : individual.map(Comparison::letters).orElse("") + " · " + IndividualRow.NAME;
    }

    /** Of the runs in the row, such as B, C. */
    static String letters(IndividualRow row) {
        return row.members().stream().map(PageWriter::letter).collect(Collectors.joining(", "));
    }

    /** A dash where another run has a figure; nothing where the column does not belong to the metric. */
    private static String nothing(int column, List<List<OptionalDouble>> figures) {
        boolean others = figures.stream().anyMatch(line -> line.get(column).isPresent());
        return others ? "–" : "";
    }

    /** Only among figures that may be compared, and only where one is better than another. */
    private boolean isBest(OptionalDouble figure, Better better, int column, List<List<OptionalDouble>> figures) {
        double[] known = figures.stream()
                .map(line -> line.get(column))
                .flatMapToDouble(f -> f.isPresent() ? DoubleStream.of(f.getAsDouble()) : DoubleStream.empty())
                .filter(Double::isFinite)
                .toArray();
        boolean compared = better != Better.NEITHER
                && DoubleStream.of(known).distinct().count() > 1
                && refusal().isEmpty()
                && (column < multipliers.size() || meansCompare());
        if (figure.isEmpty() || !compared) {
            return false;
        }
        DoubleStream all = DoubleStream.of(known);
        double best = (better == Better.LOWER ? all.min() : all.max()).orElseThrow();
        return figure.getAsDouble() == best;
    }

    /** Whether all lines with a mean have it over the same widths: over others it says nothing of which is better. */
    private boolean meansCompare() {
        Stream<List<Width>> ofRuns = IntStream.range(0, runs.size())
                .filter(run -> widths(run) > 0)
                .mapToObj(run -> runs.get(run).namedWidths());
        return Stream.concat(ofRuns, individual.map(IndividualRow::widths).stream())
                        .map(widths -> widths.stream().map(Width::multiplier).toList())
                        .distinct()
                        .count()
                <= 1;
    }

    /** In the last column, where it goes by the name of the lines. */
    private List<OptionalDouble> consistency(Optional<Consistency> consistency, boolean named) {
        OptionalDouble mean = named && consistency.isPresent()
                ? OptionalDouble.of(consistency.get().mean())
                : OptionalDouble.empty();
        return Stream.concat(multipliers.stream().map(m -> OptionalDouble.empty()), Stream.of(mean))
                .toList();
    }

    /** @param whole how many widths must be there for their mean */
    private List<OptionalDouble> figures(List<MetricValue> values, String name, int whole) {
        List<OptionalDouble> figures = new ArrayList<>();
        for (double multiplier : multipliers) {
            figures.add(values.stream()
                    .filter(v -> v.name().equals(name))
                    .filter(v ->
                            v.width().filter(w -> w.multiplier() == multiplier).isPresent())
                    .mapToDouble(MetricValue::value)
                    .findFirst());
        }
        List<Double> known = figures.stream()
                .filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble)
                .toList();
        figures.add(
                known.size() == whole
                        ? known.stream().mapToDouble(Double::doubleValue).average()
                        : OptionalDouble.empty());
        return figures;
    }
}
