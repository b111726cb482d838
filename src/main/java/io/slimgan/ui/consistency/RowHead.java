package io.slimgan.ui.consistency;

import io.slimgan.base.Width;
import io.slimgan.session.ModelCosts;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.image.WidthColors;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;

/** The name of a row's width in its colour, and what it costs. */
final class RowHead extends VBox {

    private final Label name = new Label();
    private final Label first = new Label();
    private final Label second = new Label();
    private final Tooltip tooltip = new Tooltip();

    RowHead() {
        setAlignment(Pos.CENTER_RIGHT);
        Tooltip.install(this, tooltip);
        first.getStyleClass().add("muted-small");
        second.getStyleClass().add("muted-small");
        getChildren().addAll(name, first, second);
        for (Label label : new Label[] {name, first, second}) {
            label.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        }
    }

    void show(SheetView view, Width width, int cell) {
        name.setText(width.toString());
        name.setStyle(WidthColors.bold(width, view.dark(), cell < 30 ? 12 : 15));
        Optional<ModelCosts.WidthCosts> costs = view.costs(width);
        String parameters = costs.map(c -> Formats.compact(c.parameters())).orElse("");
        String macs = costs.map(c -> Formats.compact(c.macs())).orElse("");
        Optional<Double> apart = view.picture().flatMap(picture -> picture.meanDifference(width));
        if (apart.isPresent()) {
            boolean widest = view.widths().stream().allMatch(other -> other.index() <= width.index());
            lines(widest ? "reference" : String.format(Locale.ROOT, "Δ %.1f of 255", apart.get()), "");
        } else if (costs.isPresent() && cell >= 52) {
            lines(parameters + " parameters", macs + " MACs");
        } else if (costs.isPresent() && cell >= 30) {
            lines(parameters + " · " + macs + " MACs", "");
        } else {
            lines("", "");
        }
        tooltip.setText(describe(width, costs));
        setAccessibleText(describe(width, costs));
    }

    private static String describe(Width width, Optional<ModelCosts.WidthCosts> costs) {
        return "Width " + width
                + costs.map(c -> "\n" + Formats.count(c.parameters()) + " parameters\n" + Formats.count(c.macs())
                                + " multiply-accumulates per image")
                        .orElse("");
    }

    private void lines(String one, String two) {
        line(first, one);
        line(second, two);
    }

    private static void line(Label label, String text) {
        label.setText(text);
        label.setManaged(!text.isEmpty());
        label.setVisible(!text.isEmpty());
    }
}
