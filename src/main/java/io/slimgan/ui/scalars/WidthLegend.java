package io.slimgan.ui.scalars;

import io.slimgan.base.Width;
import io.slimgan.base.WidthPalette;
import io.slimgan.ui.chart.ChartOptions;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;

/**
 * The widths and their colours, for all charts at once: a click switches a width off and on in every chart, a click
 * with Shift leaves that width alone. FX thread only.
 */
final class WidthLegend extends HBox {

    private final ChartOptions options;
    private final List<Entry> entries = new ArrayList<>();
    private boolean dark;

    private record Entry(Width width, ToggleButton button, Rectangle swatch) {}

    WidthLegend(ChartOptions options) {
        this.options = options;
        setAlignment(Pos.CENTER_LEFT);
        setSpacing(2);
        getStyleClass().add("width-legend");
    }

    /** Shows these widths, all switched on. */
    void show(List<Width> widths) {
        options.hiddenColours().clear();
        entries.clear();
        getChildren().clear();
        for (Width width : widths) {
            Rectangle swatch = new Rectangle(14, 4);
            swatch.setArcWidth(3);
            swatch.setArcHeight(3);
            ToggleButton button = new ToggleButton(width.toString(), swatch);
            button.setId("width-" + width.label().replace('.', '_'));
            button.getStyleClass().add("width-toggle");
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setSelected(true);
            button.setTooltip(new Tooltip("Click: show or hide this width. Shift and click: this width alone."));
            button.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> clicked(width, event));
            button.setOnAction(event -> set(width, button.isSelected()));
            entries.add(new Entry(width, button, swatch));
            getChildren().add(button);
        }
        colour();
    }

    void setDark(boolean isDark) {
        dark = isDark;
        colour();
    }

    private void clicked(Width width, MouseEvent event) {
        if (event.isShiftDown()) {
            boolean alone = options.hiddenColours().size() == entries.size() - 1
                    && !options.hiddenColours().contains(width.index());
            entries.forEach(entry -> set(entry.width(), alone || entry.width().equals(width)));
        }
    }

    private void set(Width width, boolean shown) {
        if (shown) {
            options.hiddenColours().remove(width.index());
        } else {
            options.hiddenColours().add(width.index());
        }
        entries.get(width.index()).button().setSelected(shown);
        colour();
    }

    private void colour() {
        for (Entry entry : entries) {
            int rgb = WidthPalette.rgb(entry.width().index(), dark);
            Color colour = Color.rgb(rgb >> 16 & 0xff, rgb >> 8 & 0xff, rgb & 0xff);
            entry.swatch().setFill(entry.button().isSelected() ? colour : Color.GRAY.deriveColor(0, 1, 1, 0.4));
        }
    }
}
