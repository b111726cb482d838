package io.slimgan.ui.chart;

import io.slimgan.ui.common.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line above a chart: its title, which kinds of curves it shows, and its tools. FX thread only. */
final class ChartHead extends HBox {

    private final ChartSpec spec;
    private final ChartPane chart;
    private final ObservableSet<Integer> shownKinds = FXCollections.observableSet();
    private final List<ToggleButton> kinds = new ArrayList<>();
    private final Button reset = tool(new Button(), Icons.RESET, "reset", "Show everything (double click)");
    private final Button enlarge = tool(new Button(), Icons.ENLARGE, "enlarge", "Fill the pane with this chart");
    private final Button export = tool(new Button(), Icons.EXPORT, "export", "Save this chart");
    private final ToggleButton log = new ToggleButton("log");
    private ChartPane.Actions actions = new Nothing();

    ChartHead(ChartSpec spec, ChartPane chart) {
        this.spec = spec;
        this.chart = chart;
        getStyleClass().add("chart-head");
        setAlignment(Pos.CENTER_LEFT);
        Label title = new Label(spec.title());
        title.getStyleClass().add("chart-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        if (spec.kinds().size() == 1 && !spec.kinds().get(0).help().isEmpty()) {
            Tooltip help = new Tooltip(spec.kinds().get(0).help());
            help.setWrapText(true);
            help.setMaxWidth(380);
            title.setTooltip(help);
        }
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        getChildren().add(title);
        addKinds();
        getChildren().addAll(gap, log, export, enlarge);
        wireTools();
        setOnMouseClicked(this::clicked);
    }

    /** The kinds that are switched on, as indices in {@link ChartSpec#kinds}. */
    ObservableSet<Integer> shownKinds() {
        return shownKinds;
    }

    void setActions(ChartPane.Actions connected) {
        actions = connected;
    }

    void setZoomed(boolean zoomed) {
        reset.setVisible(zoomed);
    }

    /** Shown over the curves while a part of them is zoomed in on: in the head it would take the title's room. */
    Button resetButton() {
        return reset;
    }

    void setEnlarged(boolean enlarged) {
        enlarge.setGraphic((enlarged ? Icons.SHRINK : Icons.ENLARGE).node());
        describe(
                enlarge, enlarged ? "Back to all charts (double click on the title)" : "Fill the pane with this chart");
    }

    private void addKinds() {
        for (int kind = 0; kind < spec.kinds().size(); kind++) {
            if (kind == 0 || !spec.oneKindAtATime()) {
                shownKinds.add(kind);
            }
            if (spec.kinds().size() > 1) {
                ToggleButton button = kindButton(kind);
                kinds.add(button);
                getChildren().add(button);
            }
        }
    }

    private ToggleButton kindButton(int kind) {
        ToggleButton button = new ToggleButton(spec.kinds().get(kind).label());
        button.setId(spec.id() + "-kind-" + kind);
        button.getStyleClass().add("chart-kind");
        button.setTooltip(new Tooltip(spec.kinds().get(kind).help()));
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        if (!spec.oneKindAtATime()) {
            Line sample = new Line(0, 0, 11, 0);
            sample.getStyleClass().add("chart-kind-line");
            if (kind > 0) {
                sample.getStrokeDashArray().setAll(4.0, 3.0);
            }
            button.setGraphic(sample);
        }
        button.setSelected(shownKinds.contains(kind));
        button.setOnAction(event -> toggle(kind));
        return button;
    }

    private void toggle(int kind) {
        if (spec.oneKindAtATime()) {
            shownKinds.add(kind);
            shownKinds.removeIf(other -> other != kind);
        } else if (!shownKinds.remove(kind)) {
            shownKinds.add(kind);
        }
        for (int i = 0; i < kinds.size(); i++) {
            kinds.get(i).setSelected(shownKinds.contains(i));
        }
    }

    private void wireTools() {
        log.setId(spec.id() + "-log");
        log.getStyleClass().addAll("chart-tool", "chart-log");
        log.setFocusTraversable(false);
        log.setMinWidth(Region.USE_PREF_SIZE);
        describe(log, "Logarithmic vertical axis");
        log.selectedProperty().bindBidirectional(chart.logY());
        reset.setId(spec.id() + "-reset");
        reset.setVisible(false);
        reset.setOnAction(event -> chart.reset());
        enlarge.setId(spec.id() + "-enlarge");
        enlarge.setOnAction(event -> actions.enlarge(chart));
        export.setId(spec.id() + "-export");
        MenuItem picture = new MenuItem("Picture (PNG)…");
        picture.setOnAction(event -> actions.savePicture(chart));
        MenuItem table = new MenuItem("Values (CSV)…");
        table.setOnAction(event -> actions.saveTable(chart));
        ContextMenu menu = new ContextMenu(picture, table);
        export.setOnAction(event -> menu.show(export, Side.BOTTOM, 0, 2));
    }

    private void clicked(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            actions.enlarge(chart);
        }
    }

    private static <T extends ButtonBase> T tool(T button, Icons icon, String style, String help) {
        FontIcon picture = icon.node();
        button.setGraphic(picture);
        button.getStyleClass().addAll("chart-tool", "chart-" + style);
        button.setFocusTraversable(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        describe(button, help);
        return button;
    }

    private static void describe(ButtonBase button, String help) {
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(help);
    }

    /** Before the chart is connected. */
    private static final class Nothing implements ChartPane.Actions {

        @Override
        public void enlarge(ChartPane chart) {}

        @Override
        public void savePicture(ChartPane chart) {}

        @Override
        public void saveTable(ChartPane chart) {}
    }
}
