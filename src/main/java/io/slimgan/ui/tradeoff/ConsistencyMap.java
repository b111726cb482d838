package io.slimgan.ui.tradeoff;

import io.slimgan.base.Width;
import io.slimgan.runs.evaluations.Consistency;
import io.slimgan.ui.common.Formats;
import io.slimgan.ui.image.WidthColors;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The inception consistency of each pair of widths as a heat map with its numbers, and their mean. FX thread. */
final class ConsistencyMap extends VBox {

    private static final double ROOM = 296;
    private static final double MOST = 62;
    private static final int[][] LIGHT = {{0xF6, 0xF8, 0xFA}, {0x1B, 0x6F, 0xB0}};
    private static final int[][] DARK = {{0x1C, 0x25, 0x30}, {0x6C, 0xC0, 0xF5}};

    private final GridPane grid = new GridPane(2, 2);
    private final Label title = new Label("Consistency between widths");
    private final Label mean = new Label();
    private final Label words = new Label();
    private Optional<Consistency> shown = Optional.empty();
    private String name = "mIC";
    private boolean dark;

    ConsistencyMap() {
        super(8);
        setId("consistency-map");
        getStyleClass().addAll("chart-pane", "consistency-map");
        title.getStyleClass().add("chart-title");
        mean.setId("mean-consistency");
        mean.getStyleClass().add("strong");
        words.getStyleClass().add("field-hint");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        mean.setWrapText(true);
        mean.setMinHeight(USE_PREF_SIZE);
        grid.setAlignment(Pos.TOP_LEFT);
        getChildren().addAll(title, grid, mean, words);
        setMinWidth(ROOM + 26);
        setMaxWidth(ROOM + 26);
    }

    /** Shows this matrix; {@code meanName} is what its mean is called, such as {@code mIC*-1k}. */
    void show(Optional<Consistency> consistency, String meanName) {
        shown = consistency;
        name = meanName;
        draw();
    }

    void setDark(boolean isDark) {
        dark = isDark;
        draw();
    }

    private void draw() {
        grid.getChildren().clear();
        if (shown.isEmpty()) {
            mean.setText("");
            words.setText("Measure mIC to see how alike the images of two widths are for the same latents.");
            return;
        }
        Consistency consistency = shown.get();
        List<Width> widths = consistency.widths();
        double largest = consistency.matrix().stream()
                .flatMap(List::stream)
                .mapToDouble(v -> v)
                .filter(Double::isFinite)
                .max()
                .orElse(1);
        double side = Math.min(MOST, (ROOM - 2.0 * widths.size()) / (widths.size() + 1));
        for (int i = 0; i < widths.size(); i++) {
            grid.add(head(widths.get(i), side), i + 1, 0);
            grid.add(head(widths.get(i), side), 0, i + 1);
            for (int j = 0; j < widths.size(); j++) {
                double value = consistency.matrix().get(i).get(j);
                grid.add(cell(widths.get(i), widths.get(j), value, value / largest, side), j + 1, i + 1);
            }
        }
        mean.setText(name + " = " + Formats.figure(consistency.mean()) + "   (95 %: "
                + Formats.figureLike(consistency.low(), consistency.mean()) + " to "
                + Formats.figureLike(consistency.high(), consistency.mean()) + ")");
        words.setText("Mean squared distance between the features of the same latents; smaller is more consistent.");
    }

    private Label head(Width width, double side) {
        Label label = new Label(width.toString());
        label.setStyle(WidthColors.bold(width, dark, 12));
        label.setAlignment(Pos.CENTER);
        label.setPrefWidth(side);
        label.setMinWidth(Region.USE_PREF_SIZE);
        GridPane.setHalignment(label, HPos.CENTER);
        return label;
    }

    private StackPane cell(Width a, Width b, double value, double share, double side) {
        Label number = new Label(a.equals(b) ? "–" : brief(value));
        int rgb = colour(Double.isFinite(share) ? share : 1);
        number.setStyle("-fx-font-size: " + (side < 44 ? 10 : 12) + "px; -fx-text-fill: "
                + (isBright(rgb) ? "#1f2328" : "#ffffff") + ";");
        number.setMinWidth(Region.USE_PREF_SIZE);
        StackPane cell = new StackPane(number);
        cell.setId("ic-" + a.index() + "-" + b.index());
        cell.setPrefSize(side, Math.min(side, 40));
        cell.setMinSize(side, Math.min(side, 32));
        cell.setStyle(String.format(Locale.ROOT, "-fx-background-color: #%06x; -fx-background-radius: 4;", rgb));
        if (!a.equals(b)) {
            Tooltip.install(cell, new Tooltip("IC of " + a + " and " + b + ": " + Formats.figure(value)));
        }
        return cell;
    }

    /** Three digits: more do not fit into a cell, and the tool tip has them. */
    private static String brief(double value) {
        double size = Math.abs(value);
        if (!Double.isFinite(value) || size >= 1e5 || size != 0 && size < 1e-3) {
            return Double.isFinite(value) ? String.format(Locale.ROOT, "%.0e", value) : Formats.figure(value);
        }
        int decimals = size == 0 ? 0 : Math.max(0, 2 - (int) Math.floor(Math.log10(size)));
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    private int colour(double share) {
        int[][] ends = dark ? DARK : LIGHT;
        int rgb = 0;
        for (int i = 0; i < 3; i++) {
            rgb = rgb << 8 | (int) Math.round(ends[0][i] + (ends[1][i] - ends[0][i]) * Math.max(0, Math.min(1, share)));
        }
        return rgb;
    }

    private static boolean isBright(int rgb) {
        return 0.299 * (rgb >> 16 & 255) + 0.587 * (rgb >> 8 & 255) + 0.114 * (rgb & 255) > 140;
    }
}
