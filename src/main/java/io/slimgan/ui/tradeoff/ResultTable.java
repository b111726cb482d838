package io.slimgan.ui.tradeoff;

import io.slimgan.session.ModelCosts.WidthCosts;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.image.WidthColors;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.text.TextAlignment;
import javafx.util.Duration;

/** A {@link ResultSheet} as a table as high as its rows. FX thread. */
final class ResultTable extends TableView<ResultSheet.Row> {

    private static final double ROW = 28;
    private static final double HEAD = 41;
    private static final double SCROLL_BAR = 21;
    private static final double PER_LETTER = 7.1;
    private static final double PADDING = 15;
    private static final String NONE = "–";
    private static final String TIME = "Milliseconds";
    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");
    private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");

    private boolean dark;

    ResultTable() {
        setId("result-table");
        getStyleClass().add("result-table");
        setColumnResizePolicy(UNCONSTRAINED_RESIZE_POLICY);
        setFixedCellSize(ROW);
        setPlaceholder(new Label(""));
        setMinHeight(ROW * 2);
    }

    void show(ResultSheet sheet) {
        getColumns().setAll(List.of());
        getColumns().add(column("Width", 58, "The share of the channels", this::widthLook));
        getColumns()
                .add(column(
                        "Params",
                        62,
                        "Parameters that are active at this width",
                        row -> cost(row, WidthCosts::parameters)));
        getColumns().add(column("MACs", 62, "Multiply-accumulates of one image", row -> cost(row, WidthCosts::macs)));
        getColumns()
                .add(column(
                        TIME,
                        68,
                        "Milliseconds " + sheet.timed() + ", measured once on this machine, as reports tell them",
                        ResultTable::time));
        for (int i = 0; i < sheet.columns().size(); i++) {
            int at = i;
            String name = sheet.columns().get(i);
            String help =
                    name.contains("*") ? MeasuredText.NOT_COMPARABLE : "Point at a value to read how it was measured";
            int letters = sheet.rows().stream()
                    .mapToInt(row -> measured(row.cells().get(at)).text().length())
                    .max()
                    .orElse(0);
            getColumns()
                    .add(column(
                            name,
                            PADDING + PER_LETTER * letters,
                            help,
                            row -> measured(row.cells().get(at))));
        }
        getItems().setAll(sheet.rows());
        double height = HEAD + ROW * sheet.rows().size() + SCROLL_BAR;
        setMinHeight(height);
        setPrefHeight(height);
        setMaxHeight(height);
    }

    void setDark(boolean isDark) {
        dark = isDark;
        refresh();
    }

    /** What a cell shows. */
    private record Look(String text, String style, String tip, boolean best, boolean warned) {

        static Look plain(String text, String tip) {
            return new Look(text, "", tip, false, false);
        }
    }

    private Look widthLook(ResultSheet.Row row) {
        String style = row.width().map(w -> WidthColors.bold(w, dark, 13)).orElse("");
        return new Look(
                row.label(),
                style,
                row.width().isPresent() ? "" : row.label().equals("All") ? "All widths together" : "The real images",
                false,
                false);
    }

    private static Look cost(ResultSheet.Row row, Function<WidthCosts, Long> figure) {
        return row.costs()
                .map(costs -> Look.plain(Formats.compact(figure.apply(costs)), Formats.count(figure.apply(costs))))
                .orElse(Look.plain(row.width().isPresent() ? NONE : "", ""));
    }

    private static Look time(ResultSheet.Row row) {
        return row.time()
                .map(t -> Look.plain(
                        Formats.figure(t.median()),
                        "The middle half of the drawings took " + Formats.figure(t.low()) + " to "
                                + Formats.figure(t.high()) + " ms."))
                .orElse(Look.plain(row.width().isPresent() ? NONE : "", ""));
    }

    private static Look measured(Optional<ResultSheet.Cell> cell) {
        return cell.map(c -> new Look(
                        MeasuredText.value(c.value()) + (c.value().warning().isPresent() ? "  ⚠" : ""),
                        "",
                        MeasuredText.protocol(c.value()) + (c.best() ? "\nThe best of its column." : ""),
                        c.best(),
                        c.value().warning().isPresent()))
                .orElse(Look.plain("", ""));
    }

    private static TableColumn<ResultSheet.Row, Look> column(
            String title, double width, String help, Function<ResultSheet.Row, Look> look) {
        TableColumn<ResultSheet.Row, Look> column = new TableColumn<>();
        Label head = new Label(inTwoLines(title));
        head.setTextAlignment(TextAlignment.RIGHT);
        head.setMinWidth(USE_PREF_SIZE);
        head.setTooltip(tip(help));
        column.setGraphic(head);
        column.setCellValueFactory(features -> new ReadOnlyObjectWrapper<>(look.apply(features.getValue())));
        column.setCellFactory(c -> new LookCell());
        column.setPrefWidth(Math.max(width, PADDING + 7.4 * longestLine(title)));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    /** A metric's name and, below it, how many images it took: side by side they would take the room of the values. */
    private static String inTwoLines(String title) {
        int at = title.lastIndexOf('-');
        return at < 0 ? title : title.substring(0, at) + "\n" + title.substring(at);
    }

    private static int longestLine(String title) {
        return inTwoLines(title).lines().mapToInt(String::length).max().orElse(0);
    }

    private static Tooltip tip(String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(460);
        tip.setShowDelay(Duration.millis(250));
        tip.setShowDuration(Duration.INDEFINITE);
        return tip;
    }

    private static final class LookCell extends TableCell<ResultSheet.Row, Look> {

        @Override
        protected void updateItem(Look look, boolean empty) {
            super.updateItem(look, empty);
            boolean shown = !empty && look != null;
            setText(shown ? look.text() : null);
            setStyle(shown ? look.style() : "");
            setTooltip(shown && !look.tip().isEmpty() ? tip(look.tip()) : null);
            pseudoClassStateChanged(BEST, shown && look.best());
            pseudoClassStateChanged(WARNED, shown && look.warned());
        }
    }
}
