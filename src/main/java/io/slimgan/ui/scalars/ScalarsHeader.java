package io.slimgan.ui.scalars;

import atlantafx.base.theme.Styles;
import io.slimgan.base.Width;
import io.slimgan.ui.chart.ChartOptions;
import io.slimgan.ui.chart.XAxis;
import io.slimgan.ui.common.Icons;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.geometry.Side;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;

/** What all charts have in common: the legend of widths, smoothing, the axes, and what is done to all. FX thread only. */
final class ScalarsHeader extends FlowPane {

    private final ChartOptions options;
    private final Actions actions;
    private final WidthLegend legend;
    private final ToggleButton logY = new ToggleButton("Log y");

    /** What its buttons do. */
    interface Actions {
        void resetAll();

        void logY(boolean on);

        void savePicture();

        void saveTable();
    }

    ScalarsHeader(ChartOptions options, Actions actions) {
        super(Orientation.HORIZONTAL, 12, 6);
        this.options = options;
        this.actions = actions;
        legend = new WidthLegend(options);
        getStyleClass().add("scalars-header");
        setRowValignment(VPos.CENTER);
        getChildren().addAll(legend, smoothing(), xAxis(), toggles(), buttons());
    }

    /** Shows these widths in the legend, all of them switched on. */
    void showWidths(List<Width> widths) {
        legend.show(widths);
    }

    void setDark(boolean dark) {
        legend.setDark(dark);
    }

    private HBox smoothing() {
        Slider slider = new Slider(0, ChartOptions.MOST_SMOOTHING, ChartOptions.DEFAULT_SMOOTHING);
        slider.setId("smoothing");
        slider.setPrefWidth(105);
        slider.setBlockIncrement(0.05);
        slider.setAccessibleText("Smoothing");
        slider.valueProperty().bindBidirectional(options.smoothing());
        TextField typed = new TextField();
        typed.setId("smoothing-value");
        typed.getStyleClass().addAll(Styles.SMALL, "smoothing-value");
        typed.setPrefColumnCount(4);
        typed.setOnAction(event -> accept(typed));
        typed.focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                accept(typed);
            }
        });
        options.smoothing().addListener((property, before, now) -> typed.setText(text(now.doubleValue())));
        typed.setText(text(options.smoothing().get()));
        String help = "Moving average as in TensorBoard, corrected for its start: 0 is none, 0.999 the most";
        slider.setTooltip(new Tooltip(help));
        typed.setTooltip(new Tooltip(help));
        return group(6, caption("Smoothing"), slider, typed);
    }

    /** Takes over what was typed, or puts back what holds if it is no number in range. */
    private void accept(TextField typed) {
        try {
            double value = Double.parseDouble(typed.getText().strip().replace(',', '.'));
            if (value >= 0 && value <= 1) {
                options.smoothing().set(Math.min(value, ChartOptions.MOST_SMOOTHING));
            }
        } catch (NumberFormatException e) {
            // What holds is put back below, which tells the user enough.
        }
        typed.setText(text(options.smoothing().get()));
    }

    private static String text(double smoothing) {
        return String.format(Locale.ROOT, smoothing > 0.99 ? "%.3f" : "%.2f", smoothing);
    }

    private HBox xAxis() {
        ToggleGroup choice = new ToggleGroup();
        HBox buttons = new HBox();
        List<String> shapes = List.of(Styles.LEFT_PILL, Styles.CENTER_PILL, Styles.RIGHT_PILL);
        for (XAxis axis : XAxis.values()) {
            ToggleButton button = new ToggleButton(axis.label());
            button.setId("x-" + axis.name().toLowerCase(Locale.ROOT));
            button.getStyleClass().addAll(Styles.SMALL, shapes.get(axis.ordinal()));
            button.setToggleGroup(choice);
            button.setSelected(options.xAxis().get() == axis);
            button.setOnAction(event -> {
                button.setSelected(true);
                options.xAxis().set(axis);
            });
            buttons.getChildren().add(button);
        }
        return buttons;
    }

    private HBox toggles() {
        ToggleButton logX = new ToggleButton("Log x");
        logX.setId("log-x");
        logX.selectedProperty().bindBidirectional(options.logX());
        logX.disableProperty().bind(options.xAxis().isEqualTo(XAxis.WALL));
        logY.setId("log-y");
        logY.setOnAction(event -> actions.logY(logY.isSelected()));
        ToggleButton clip = new ToggleButton("Clip");
        clip.setId("clip-outliers");
        clip.selectedProperty().bindBidirectional(options.clipOutliers());
        describe(logX, "Logarithmic horizontal axis in all charts");
        describe(logY, "Logarithmic vertical axis in all charts");
        describe(clip, "Clip outliers: leave rare extremes out of the vertical axes; the data stay as they are");
        for (ToggleButton button : List.of(logX, logY, clip)) {
            button.getStyleClass().add(Styles.SMALL);
        }
        return group(6, logY, logX, clip);
    }

    private HBox buttons() {
        Button reset = new Button("", Icons.RESET.node());
        reset.setId("reset-all");
        reset.getStyleClass().add(Styles.SMALL);
        reset.setOnAction(event -> actions.resetAll());
        describe(reset, "Show everything in all charts");
        MenuItem picture = new MenuItem("Picture of all charts (PNG)…");
        picture.setOnAction(event -> actions.savePicture());
        MenuItem table = new MenuItem("All values (CSV)…");
        table.setOnAction(event -> actions.saveTable());
        ContextMenu menu = new ContextMenu(picture, table);
        Button export = new Button("", Icons.EXPORT.node());
        export.setId("export-all");
        export.getStyleClass().add(Styles.SMALL);
        export.setOnAction(event -> menu.show(export, Side.BOTTOM, 0, 2));
        describe(export, "Save what the charts show");
        return group(6, reset, export);
    }

    private static Label caption(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("scalars-caption");
        return label;
    }

    private static HBox group(double gap, Node... nodes) {
        HBox box = new HBox(gap, nodes);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private static void describe(ButtonBase button, String help) {
        button.setTooltip(new Tooltip(help));
        button.setAccessibleText(button.getText().isEmpty() ? help : button.getText());
    }
}
