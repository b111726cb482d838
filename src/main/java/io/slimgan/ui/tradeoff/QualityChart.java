package io.slimgan.ui.tradeoff;

import io.slimgan.runs.evaluations.MetricValue;
import io.slimgan.session.ModelCosts.WidthCosts;
import io.slimgan.ui.chart.PointChart;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.image.Choice;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A metric over what a width costs: a point per width, joined from the narrowest to the widest. FX thread. */
final class QualityChart extends BorderPane {

    /** What the horizontal axis counts. */
    enum Cost {
        MACS("MACs per image", row -> cost(row, WidthCosts::macs)),
        PARAMETERS("Parameters", row -> cost(row, WidthCosts::parameters)),
        MILLIS(
                "Milliseconds",
                row -> row.time().map(t -> OptionalDouble.of(t.median())).orElse(OptionalDouble.empty()));

        private final String title;
        private final Function<ResultSheet.Row, OptionalDouble> of;

        Cost(String title, Function<ResultSheet.Row, OptionalDouble> of) {
            this.title = title;
            this.of = of;
        }

        private static OptionalDouble cost(ResultSheet.Row row, Function<WidthCosts, Long> figure) {
            return row.costs().map(c -> OptionalDouble.of(figure.apply(c))).orElse(OptionalDouble.empty());
        }
    }

    private final PointChart chart = new PointChart("quality-chart", "Quality against cost per width");
    private final ComboBox<String> metric = new ComboBox<>();
    private final Choice<Cost> cost;
    private final ToggleButton log = new ToggleButton("log");
    private final Label remark = new Label();
    private Optional<ResultSheet> sheet = Optional.empty();
    private boolean filling;

    QualityChart() {
        getStyleClass().add("chart-pane");
        cost = new Choice<>(
                "quality-cost",
                "What the horizontal axis counts",
                List.of(Cost.values()),
                c -> c == Cost.MILLIS ? "Milliseconds" : c == Cost.MACS ? "MACs" : "Parameters",
                this::draw);
        metric.setId("quality-metric");
        metric.setTooltip(new Tooltip("The metric on the vertical axis"));
        metric.setAccessibleText("The metric on the vertical axis");
        metric.valueProperty().addListener(value -> {
            if (!filling) {
                draw();
            }
        });
        log.setId("quality-log");
        log.getStyleClass().addAll("chart-tool", "chart-log");
        log.setTooltip(new Tooltip("Logarithmic horizontal axis"));
        log.setAccessibleText("Logarithmic horizontal axis");
        log.setOnAction(event -> draw());
        Label over = new Label("over");
        over.getStyleClass().add("caption");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(8, metric, over, cost, gap, log);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("quality-head");
        remark.getStyleClass().add("chart-message");
        remark.setWrapText(true);
        remark.setMouseTransparent(true);
        setTop(head);
        setCenter(new StackPane(chart, remark));
        getStylesheets().addAll(chart.getStylesheets());
    }

    /** Shows this table's values; keeps what was chosen where it is still there. */
    void show(Optional<ResultSheet> shown) {
        sheet = shown;
        List<String> names = shown.map(QualityChart::perWidth).orElse(List.of());
        filling = true;
        String kept = metric.getValue();
        metric.getItems().setAll(names);
        if (kept != null && names.contains(kept)) {
            metric.setValue(kept);
        } else if (!names.isEmpty()) {
            metric.setValue(names.get(0));
        }
        filling = false;
        draw();
    }

    void setDark(boolean dark) {
        chart.setDark(dark);
    }

    private static List<String> perWidth(ResultSheet sheet) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < sheet.columns().size(); i++) {
            int column = i;
            if (sheet.rows().stream()
                    .anyMatch(row ->
                            row.width().isPresent() && row.cells().get(column).isPresent())) {
                names.add(sheet.columns().get(i));
            }
        }
        return names;
    }

    private void draw() {
        String chosen = metric.getValue();
        List<PointChart.Point> points = new ArrayList<>();
        if (chosen != null) {
            sheet.ifPresent(s -> s.rows()
                    .forEach(row -> point(row, s.columns().indexOf(chosen)).ifPresent(points::add)));
        }
        chart.show(axis(), chosen == null ? "" : chosen, log.isSelected(), points);
        remark.setText(points.isEmpty() ? emptyReason(chosen != null) : "");
    }

    /** What the horizontal axis counts, with how it was measured where that is not the same everywhere. */
    private String axis() {
        String how = cost.getValue() == Cost.MILLIS
                ? sheet.map(s -> s.timed().isEmpty() ? "" : " " + s.timed()).orElse("")
                : "";
        return cost.getValue().title + how;
    }

    private String emptyReason(boolean metricChosen) {
        if (!metricChosen) {
            return "Nothing was measured of single widths.";
        }
        return cost.getValue() == Cost.MILLIS
                ? "The times are being measured, or this run has no checkpoint to draw from."
                : "The costs of the widths are being counted.";
    }

    private Optional<PointChart.Point> point(ResultSheet.Row row, int column) {
        OptionalDouble x = cost.getValue().of.apply(row);
        if (column < 0 || x.isEmpty() || row.width().isEmpty()) {
            return Optional.empty();
        }
        return row.cells().get(column).map(cell -> {
            MetricValue value = cell.value();
            String tip = row.label() + "\n" + value.name() + ": " + MeasuredText.value(value) + "\n" + axis() + ": "
                    + figure(x.getAsDouble());
            int colour = row.width().get().index();
            return new PointChart.Point(row.label(), colour, x.getAsDouble(), value.value(), value.std(), tip);
        });
    }

    private String figure(double x) {
        return cost.getValue() == Cost.MILLIS ? Formats.figure(x) : Formats.count(Math.round(x));
    }
}
