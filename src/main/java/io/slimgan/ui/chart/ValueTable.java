package io.slimgan.ui.chart;

import io.slimgan.ui.chart.PlotFrame.Query;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Line;

/** The tooltip of a chart: the step under the mouse and every curve's value there. Labels are used again. */
final class ValueTable extends VBox {

    private final Label head = new Label();
    private final GridPane grid = new GridPane();
    private final Label valueHead = small("value");
    private final Label smoothHead = small("smoothed");
    private final List<Entry> entries = new ArrayList<>();

    private record Entry(Line swatch, Label name, Label smooth, Label value) {}

    ValueTable() {
        getStyleClass().add("chart-values");
        head.getStyleClass().add("chart-values-head");
        grid.getStyleClass().add("chart-values-grid");
        grid.add(smoothHead, 2, 0);
        grid.add(valueHead, 3, 0);
        GridPane.setHalignment(smoothHead, HPos.RIGHT);
        GridPane.setHalignment(valueHead, HPos.RIGHT);
        getChildren().addAll(head, grid);
    }

    void show(Readout readout, Query query, ChartTheme theme) {
        head.setText("Step " + Numbers.step(readout.step()) + "   " + Numbers.duration(readout.wall() - query.origin())
                + "   " + Numbers.clock(readout.wall()));
        smoothHead.setText(query.smooths() ? "smoothed" : "value");
        valueHead.setText(query.smooths() ? "value" : "");
        while (entries.size() < readout.rows().size()) {
            addEntry();
        }
        for (int i = 0; i < entries.size(); i++) {
            boolean used = i < readout.rows().size();
            show(entries.get(i), used);
            if (used) {
                fill(entries.get(i), readout.rows().get(i), readout.step(), query, theme);
            }
        }
    }

    /** What the table says, a line per curve, for tests and screen readers. */
    String text() {
        StringBuilder text = new StringBuilder(head.getText());
        for (Entry entry : entries) {
            if (entry.name().isVisible()) {
                text.append('\n')
                        .append(entry.name().getText())
                        .append(' ')
                        .append(entry.smooth().getText())
                        .append(' ')
                        .append(entry.value().getText());
            }
        }
        return text.toString();
    }

    private void fill(Entry entry, Readout.Row row, long step, Query query, ChartTheme theme) {
        entry.swatch().setStroke(Color.web(ChartTheme.css(theme.line(row.curve()))));
        entry.swatch().getStrokeDashArray().setAll(row.curve().dashed() ? List.of(4.0, 3.0) : List.of());
        boolean elsewhere = row.step() != step;
        entry.name().setText(row.curve().name() + (elsewhere ? "  at " + Numbers.step(row.step()) : ""));
        entry.smooth().setText(Numbers.value(row.smoothed()));
        entry.value().setText(query.smooths() ? Numbers.value(row.value()) : "");
    }

    private void addEntry() {
        Line swatch = new Line(0, 0, 14, 0);
        swatch.setStrokeWidth(2.5);
        Entry entry = new Entry(swatch, new Label(), new Label(), new Label());
        entry.smooth().getStyleClass().add("chart-values-strong");
        entry.value().getStyleClass().add("chart-values-weak");
        int row = entries.size() + 1;
        grid.add(entry.swatch(), 0, row);
        grid.add(entry.name(), 1, row);
        grid.add(entry.smooth(), 2, row);
        grid.add(entry.value(), 3, row);
        GridPane.setHalignment(entry.smooth(), HPos.RIGHT);
        GridPane.setHalignment(entry.value(), HPos.RIGHT);
        entries.add(entry);
    }

    private static void show(Entry entry, boolean shown) {
        for (var node : List.of(entry.swatch(), entry.name(), entry.smooth(), entry.value())) {
            node.setVisible(shown);
            node.setManaged(shown);
        }
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("chart-values-column");
        return label;
    }
}
