package io.slimgan.ui.tradeoff;

import io.slimgan.base.Width;
import io.slimgan.config.Metric;
import io.slimgan.runs.evaluations.DrawingTimes;
import io.slimgan.runs.evaluations.DrawingTimes.Spread;
import io.slimgan.runs.evaluations.Evaluation;
import io.slimgan.runs.evaluations.MetricValue;
import io.slimgan.session.ModelCosts.WidthCosts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * An evaluation as a table: a row per width, narrowest first, one for what belongs to all widths together, and one for what
 * was measured of the real images; a column per metric's name. Immutable.
 *
 * @param columns names of the metrics, in the order in which they were asked for
 * @param rows at least one where anything was measured
 * @param timed what the rows' times are, in words; empty where there are none
 */
record ResultSheet(List<String> columns, List<Row> rows, String timed) {

    ResultSheet {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param label what it is of
     * @param width empty of the rows that belong to no single width
     * @param costs what the width costs, where that is known
     * @param time how long drawing takes, where that was measured
     * @param cells one per column
     */
    record Row(
            String label,
            Optional<Width> width,
            Optional<WidthCosts> costs,
            Optional<Spread> time,
            List<Optional<Cell>> cells) {

        Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * One value.
     *
     * @param best whether it is the best of its column, where there are several and one direction is better
     */
    record Cell(MetricValue value, boolean best) {}

    /** Of an evaluation and what is known of its widths' costs. Values of pairs are left to the matrix. */
    static ResultSheet of(Evaluation evaluation, List<WidthCosts> costs, Optional<DrawingTimes> times) {
        List<MetricValue> values = evaluation.values().stream()
                .filter(value -> value.metric() != Metric.IC)
                .toList();
        List<String> columns = values.stream().map(MetricValue::name).distinct().toList();
        TreeSet<Width> widths = new TreeSet<>(Comparator.comparingDouble(Width::multiplier));
        values.forEach(value -> value.width().ifPresent(widths::add));
        List<Row> rows = new ArrayList<>();
        for (Width width : widths) {
            Optional<WidthCosts> cost =
                    costs.stream().filter(c -> c.width().equals(width)).findFirst();
            rows.add(new Row(
                    width.toString(),
                    Optional.of(width),
                    cost,
                    times.flatMap(t -> t.of(width)),
                    cells(columns, values, List.of(width))));
        }
        addOthers(rows, columns, values);
        return new ResultSheet(columns, rows, times.map(DrawingTimes::words).orElse(""));
    }

    private static void addOthers(List<Row> rows, List<String> columns, List<MetricValue> values) {
        for (List<Width> widths : values.stream()
                .map(MetricValue::widths)
                .filter(widths -> widths.size() != 1)
                .distinct()
                .sorted(Comparator.comparingInt(widths -> -widths.size()))
                .toList()) {
            rows.add(new Row(
                    widths.isEmpty() ? "Real" : "All",
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    cells(columns, values, widths)));
        }
    }

    private static List<Optional<Cell>> cells(List<String> columns, List<MetricValue> values, List<Width> widths) {
        List<Optional<Cell>> cells = new ArrayList<>();
        for (String column : columns) {
            List<MetricValue> ofColumn =
                    values.stream().filter(value -> value.name().equals(column)).toList();
            cells.add(ofColumn.stream()
                    .filter(value -> value.widths().equals(widths))
                    .findFirst()
                    .map(value -> new Cell(value, isBest(value, ofColumn))));
        }
        return cells;
    }

    private static boolean isBest(MetricValue value, List<MetricValue> column) {
        Metric.Better better = value.metric().better();
        if (better == Metric.Better.NEITHER || value.width().isEmpty() || !Double.isFinite(value.value())) {
            return false;
        }
        List<Double> others = column.stream()
                .filter(other -> other.width().isPresent() && Double.isFinite(other.value()))
                .map(MetricValue::value)
                .toList();
        return others.stream().distinct().count() > 1
                && others.stream()
                        .allMatch(other ->
                                better == Metric.Better.LOWER ? value.value() <= other : value.value() >= other);
    }
}
